import type { Page } from './site.js';

/** What style sheets of host pages do to elements that aren't theirs. */
export const hostileCss: Readonly<Record<string, string>> = {
  'rules for everything, all of them !important': `* {
    color: red !important; background: yellow !important; font: italic 30px/3 cursive !important;
    letter-spacing: 5px !important; word-spacing: 9px !important; text-transform: uppercase !important;
    text-align: right !important; text-indent: 40px !important; text-shadow: 2px 2px red !important;
    border: 3px solid red !important; outline: 2px dashed red !important; padding: 20px !important;
    border-radius: 20px !important; box-shadow: 0 0 9px red !important; white-space: pre !important;
    word-break: break-all !important; cursor: wait !important; list-style: square !important;
    box-sizing: content-box !important; --_accent: red !important; --_space: 90px !important }`,
  'rules for the element, all of them !important': `harreman-contact-form {
    float: left !important; overflow: hidden !important; max-height: 90px !important; height: 50px !important;
    filter: blur(2px) !important; zoom: 1.5 !important; columns: 2 !important; backdrop-filter: invert(1) !important;
    padding: 20px !important; border: 3px solid red !important; clip-path: circle(9px) !important;
    mix-blend-mode: difference !important; background: yellow !important;
    outline: 2px dashed red !important; box-shadow: 0 0 9px red !important }`,
  'a root of 62.5 %': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'everything unset': '* { all: unset }',
  'everything unset, !important': '* { all: unset !important }',
  'text properties to inherit': `html { font: small-caps bold 40px/1 fantasy; text-transform: uppercase;
    letter-spacing: 0.3em; word-spacing: 1em; text-align: center; text-indent: 3em; white-space: nowrap;
    word-break: break-all; hyphens: auto; color: red; text-shadow: 1px 1px 2px red; quotes: none;
    line-break: anywhere; tab-size: 20; font-feature-settings: 'smcp'; font-kerning: none; accent-color: red;
    caret-color: red; user-select: none; border-collapse: collapse; text-decoration: underline wavy red }`,
  'controls taken away': `input, textarea, select, button, label, fieldset, legend, form, p, ul, li, a, div > p {
    display: none !important; appearance: none !important; width: 0 !important; height: 0 !important }`,
};

/** Prototype.js and its like: methods that JSON obeys, keys that every loop finds, natives with other meanings. */
export const pollution = `<script>
  Object.prototype.toJSON = function () { return '{"object": "as text"}'; };
  Array.prototype.toJSON = function () { return '["array", "as text"]'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Number.prototype.toJSON = Boolean.prototype.toJSON = function () { return String(this); };
  Date.prototype.toJSON = function () { return '"a date"'; };
  Object.prototype.extend = function () {};
  Object.prototype.method = 'GET';
  Object.prototype.style = 'percent';
  Array.prototype.each = function () {};
  Array.prototype.contains = function () {};
  Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
  Array.prototype.entries = function () { return this.slice(); };
  Array.from = function (list) { var copy = [], i = list ? list.length : 0; while (i--) copy[i] = list[i]; return copy; };
  Function.prototype.bind = function (self) { var f = this; return function () { return f.apply(self, arguments); }; };
  String.prototype.startsWith = function (text) { return this.indexOf(text) === 0; };
  (function (fetch) { window.fetch = function (url, options) { return fetch.call(window, url, options); }; })(window.fetch);
</script>`;

/** Scripts of host pages that take the kit's element for a place where nobody types, clicks or submits. */
export const nosyScripts = `<script>
  ['keydown', 'keypress', 'keyup'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      if (!/^(input|textarea|select)$/i.test(event.target.tagName)) event.preventDefault();
    });
  });
  ['click', 'mousedown', 'mouseup', 'pointerdown', 'touchstart', 'dblclick', 'contextmenu'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      if (!event.target.closest('a, button, input, label, select, textarea')) event.preventDefault();
    }, { passive: false });
  });
  ['submit', 'input', 'change', 'paste', 'beforeinput', 'invalid', 'reset'].forEach(function (type) {
    document.addEventListener(type, function (event) { event.preventDefault(); event.target.value = ''; });
  });
</script>`;

/** A page under a strict policy, whose own old libraries and nosy scripts run before the kit's, as in the wild. */
export const strictAndHostile = (
  body: string,
  site: { readonly origin: string },
  receiver: { readonly origin: string },
): Page => ({
  body: body.replace(
    '<script',
    `${(pollution + nosyScripts).replaceAll('<script>', '<script nonce="page">')}<script`,
  ),
  headers: {
    'content-security-policy':
      `default-src 'none'; script-src ${site.origin} 'nonce-page'; style-src 'self'; connect-src ${receiver.origin}; ` +
      "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types harreman",
  },
});
