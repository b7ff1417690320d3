import { nosyScripts, pollution } from '../../e2e/support/hostile.js';
import { css, js, shop, type HostPage } from '../host-page.js';

const run = (code: string): string => `<script>${code}</script>`;
/** Runs once the document is there. */
const later = (code: string): string => run(`addEventListener('DOMContentLoaded', function () { ${code} });`);

/** Whether a global is there; looked up in the page. */
const jQueryIs = (): boolean => 'jQuery' in window;

/** Scripts that sites have, old and new. */
export const libraries: readonly HostPage[] = [
  {
    name: 'jQuery 1 with delegated handlers',
    about: 'Handlers at the document that cancel clicks and keys on what they do not know.',
    head:
      js('jquery-1/dist/jquery.min.js') +
      later(`jQuery(document).on('click', ':not(a, button, input, select, textarea, label)', function (e) { if (e.target === this && !jQuery(e.target).closest('a, button, input, select, textarea, label').length) return false; })
        .on('keydown keypress', function (e) { if (!/input|textarea|select/i.test(e.target.nodeName) && (e.which < 65 || e.which > 90)) return false; })
        .on('submit', function () { return false; });`),
    sign: jQueryIs,
  },
  {
    name: 'jQuery 3 with jQuery UI',
    about:
      "Widgets made of the page's own controls, focus kept in a modal dialog that was opened and closed.",
    head:
      css('jquery-ui/jquery-ui.min.css') +
      js('jquery-3/dist/jquery.min.js') +
      js('jquery-ui/jquery-ui.min.js') +
      later(`jQuery('button, input').each(function () { if (this.type !== 'search') jQuery(this).button(); }); jQuery('select').selectmenu();
        jQuery('<div>Hello</div>').dialog({ modal: true }).dialog('close');`),
    sign: () => document.querySelector('.ui-button') !== null,
  },
  {
    name: 'jQuery Migrate and Select2',
    about: 'Selects replaced, and warnings of what is deprecated.',
    head:
      js('jquery-3/dist/jquery.min.js') +
      js('jquery-migrate/dist/jquery-migrate.min.js') +
      css('select2/dist/css/select2.min.css') +
      js('select2/dist/js/select2.min.js') +
      later("jQuery('select').select2();"),
    sign: () => document.querySelector('.select2') !== null,
  },
  {
    name: 'Zepto and FastClick',
    about: 'A page for phones of old: clicks are made from touches.',
    head:
      js('zepto/dist/zepto.min.js') +
      js('fastclick/lib/fastclick.js') +
      later('FastClick.attach(document.body);'),
    sign: () => 'Zepto' in window && 'FastClick' in window,
  },
  {
    name: 'Prototype',
    about: 'Hundreds of methods on the prototypes of natives and of elements, and a JSON of its own.',
    fromDebian: ['prototype/prototype.js', 'scriptaculous/effects.js'],
    head:
      js('debian/prototype/prototype.js') +
      js('debian/scriptaculous/effects.js') +
      later(
        "$$('p').invoke('addClassName', 'seen'); Event.observe(document, 'keypress', function (e) { if (!/input|textarea/i.test(e.element().tagName)) e.stop(); });",
      ),
    sign: () =>
      'Prototype' in window && 'invoke' in Array.prototype && document.querySelector('p.seen') !== null,
  },
  {
    name: 'MooTools',
    about: 'Natives and elements extended, `$` and classes of its own, an event delegation at the document.',
    fromDebian: ['mootools/mootools-core-nc.js', 'mootools/mootools-more-nc.js'],
    head:
      js('debian/mootools/mootools-core-nc.js') +
      js('debian/mootools/mootools-more-nc.js') +
      later(
        "$$('p').addClass('seen'); document.id(document.body).addEvent('keydown', function (e) { if (!/input|textarea/i.test(e.target.tagName)) e.stop(); });",
      ),
    sign: () =>
      'MooTools' in window && 'erase' in Array.prototype && document.querySelector('p.seen') !== null,
  },
  {
    name: 'Sugar',
    about: 'Hundreds of methods on the prototypes of all natives.',
    head: js('sugar/sugar-full.js'),
    sign: () => 'includes' in Array.prototype && 'sortBy' in Array.prototype,
  },
  {
    name: 'polluted prototypes',
    isInCI: true,
    about: 'Methods that JSON obeys, keys that loops find, natives with other meanings.',
    head: pollution,
    sign: () => 'extend' in {},
  },
  {
    name: 'enumerable keys on every prototype',
    about: 'What for…in finds in all of them.',
    head: run(
      `[Object, Array, String, Number, Function, Element, Node, Event, Date, Promise, Map, Set, NodeList, HTMLCollection].forEach(function (it) { it.prototype.each_of_them = function () {}; it.prototype.extra = { deep: [1] }; });`,
    ),
    sign: () => 'extra' in [],
  },
  {
    name: 'JSON of old',
    about: 'A JSON.stringify of the page’s own, which writes lists as text.',
    head: run(
      `Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; }; String.prototype.toJSON = function () { return this.toUpperCase(); }; Date.prototype.toJSON = function () { return this.getTime(); };`,
    ),
    sign: () => JSON.stringify(['a']) !== '["a"]',
  },
  {
    name: 'es5-shim and es6-shim',
    about: 'Natives replaced by those of a polyfill.',
    head:
      js('es5-shim/es5-shim.min.js') +
      js('es5-shim/es5-sham.min.js') +
      js('es6-shim/es6-shim.min.js') +
      js('es6-shim/es6-sham.min.js'),
    sign: () => document.scripts.length >= 4,
  },
  {
    name: 'core-js',
    about: 'Natives and iteration polyfilled, symbols of its own.',
    head: js('core-js/minified.js'),
    sign: () => '__core-js_shared__' in window,
  },
  {
    name: 'the polyfills of web components',
    about: 'Scripts for browsers without custom elements, and an adapter for classes that are none.',
    head:
      js('webcomponentsjs/webcomponents-bundle.js') + js('webcomponentsjs/custom-elements-es5-adapter.js'),
    sign: () => 'WebComponents' in window,
  },
  {
    name: 'zone.js',
    about: 'Promises, timers, fetch and listeners of all elements go through a zone.',
    head: js('zone/bundles/zone.umd.min.js'),
    sign: () => 'Zone' in window,
  },
  {
    name: 'Knockout',
    about: 'Bindings over the whole body.',
    head:
      js('knockout/build/output/knockout-latest.js') +
      later("ko.applyBindings({ kind: ko.observable('All') });"),
    body: ({ place }) => `${shop(place)}<p data-bind="text: kind"></p>`,
    sign: () => document.querySelector('[data-bind]')!.textContent === 'All',
  },
  {
    name: 'Backbone',
    about: 'A view that renders the page and delegates its events.',
    head:
      js('underscore/underscore-umd-min.js') +
      js('jquery-3/dist/jquery.min.js') +
      js('backbone/backbone-min.js') +
      later(
        `new (Backbone.View.extend({ el: 'body', events: { 'click': function (e) { if (!jQuery(e.target).closest('a,button,input,label').length) e.preventDefault(); }, 'keydown': function (e) { if (e.key === '/' && !/input|textarea/i.test(e.target.tagName)) e.preventDefault(); } } }))();`,
      ),
    sign: () => 'Backbone' in window,
  },
  {
    name: 'RequireJS',
    about: 'An AMD `define` of the page, which anonymous modules must not call.',
    head:
      js('requirejs/require.js') +
      run(
        "define('shop', [], function () { return { open: true }; }); require(['shop'], function (shop) { window.shop = shop; });",
      ),
    sign: () => 'shop' in window,
  },
  {
    name: 'SystemJS',
    about: 'A loader that watches what scripts register.',
    head: js('systemjs/dist/system.min.js') + js('systemjs/dist/extras/global.min.js'),
    sign: () => 'System' in window,
  },
  {
    name: 'Dojo',
    about: 'A loader, a parser of its own attributes, and extended natives.',
    head:
      run('window.dojoConfig = { async: true, parseOnLoad: false, isDebug: false };') +
      js('dojo/dojo.js') +
      run(
        "require(['dojo/dom', 'dojo/on', 'dojo/query', 'dojo/domReady!'], function (dom, on) { window.dojoIsReady = true; on(document, 'keydown', function (e) { if (!/input|textarea/i.test(e.target.tagName)) e.preventDefault(); }); });",
      ),
    sign: () => 'dojoIsReady' in window,
  },
  {
    name: 'Mousetrap',
    about: 'Hotkeys for single letters, digits, slash and space.',
    head:
      js('mousetrap/mousetrap.min.js') +
      later(
        "Mousetrap.bind('a b c d e n i o l 1 2 / ? space'.split(' '), function () { document.title = 'hotkey'; return false; });",
      ),
    sign: () => 'Mousetrap' in window && document.title === 'A shop',
  },
  {
    name: 'handlers that swallow everything',
    isInCI: true,
    about: 'Keys, clicks, submits, pastes and inputs cancelled where the target is none of the page’s own.',
    head: nosyScripts,
    sign: () => document.scripts.length > 0,
  },
  {
    name: 'a page that watches and tidies up',
    about:
      'A mutation observer that removes empty elements and unknown attributes outside its own templates.',
    head: later(`new MutationObserver(function (records) { records.forEach(function (record) { [].forEach.call(record.addedNodes, function (node) {
      if (node.nodeType === 1 && node.parentNode === document.body && !node.matches('header, main, footer, script, form, h1, p, div')) node.remove(); }); }); }).observe(document.documentElement, { childList: true, subtree: true });
      Element.prototype.attachInternalsOfThePage = 1;`),
    sign: () => document.readyState !== 'loading',
  },
  {
    name: 'listeners that are counted',
    about: 'An error tracker that wraps listeners, timers, fetch and XMLHttpRequest.',
    head: run(`(function () { var add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, f, o) {
      return add.call(this, type, typeof f === 'function' ? (f.wrapped = f.wrapped || function () { return f.apply(this, arguments); }) : f, o); };
      var remove = EventTarget.prototype.removeEventListener; EventTarget.prototype.removeEventListener = function (type, f, o) { return remove.call(this, type, f && f.wrapped || f, o); };
      ['setTimeout', 'setInterval', 'requestAnimationFrame'].forEach(function (n) { var old = window[n]; window[n] = function (f) { var a = [].slice.call(arguments); a[0] = function () { return f.apply(this, arguments); }; return old.apply(window, a); }; });
      var fetch_ = window.fetch; window.fetch = function () { return fetch_.apply(window, arguments).then(function (r) { return r; }); };
      var send = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function () { return send.apply(this, arguments); };
      var beacon = navigator.sendBeacon; Navigator.prototype.sendBeacon = function () { return beacon.apply(navigator, arguments); }; })();`),
    sign: () => !String(fetch).includes('[native code]'),
  },
  {
    name: 'fetch by XMLHttpRequest',
    about: 'A polyfill in the place of fetch that knows less: no keepalive, no streams, no signal.',
    head: run(`window.fetch = function (url, options) { options = options || {}; return new Promise(function (resolve, reject) { var x = new XMLHttpRequest(); x.open(options.method || 'GET', String(url));
      var h = options.headers || {}; (h.forEach && !Array.isArray(h) ? h.forEach(function (v, k) { x.setRequestHeader(k, v); }) : Object.keys(h).forEach(function (k) { x.setRequestHeader(k, h[k]); }));
      x.onload = function () { resolve(new Response(x.status === 204 ? null : x.responseText, { status: x.status, headers: { 'content-type': x.getResponseHeader('content-type') || '' } })); }; x.onerror = function () { reject(new TypeError('failed')); }; x.send(options.body); }); };`),
    sign: () => !String(fetch).includes('[native code]'),
  },
  {
    name: 'AOS',
    about: 'What is seen fades in, by attributes and transforms of everything around.',
    head: css('aos/dist/aos.css') + js('aos/dist/aos.js') + later('AOS.init({ duration: 0, once: true });'),
    body: ({ place }) =>
      `<div data-aos="fade-up"><h1>A shop</h1></div>${place}<p data-aos="zoom-in">Prices</p>`,
    sign: () => document.querySelector('.aos-animate') !== null,
  },
  {
    name: 'Twemoji',
    about: 'Text nodes with emoji are replaced by pictures.',
    head:
      js('twemoji/dist/twemoji.min.js') +
      later(
        "twemoji.parse(document.body, { base: '/npm/98/dist/', folder: 'x', callback: function () { return '/npm/98/dist/icon.png'; } });",
      ),
    body: ({ place }) => `<h1>A shop 😀</h1>${place}`,
    sign: () => document.querySelector('img.emoji') !== null,
  },
  {
    name: 'a translator',
    about: 'Text nodes are put into <font>, as browsers do when they translate a page.',
    head: run(`addEventListener('load', function () { var walker = document.createTreeWalker(document.querySelector('footer'), NodeFilter.SHOW_TEXT), node, all = [];
      while ((node = walker.nextNode())) if (node.data.trim()) all.push(node);
      all.forEach(function (n) { var f = document.createElement('font'); n.parentNode.replaceChild(f, n); f.appendChild(n); }); document.documentElement.className = 'translated-ltr'; });`),
    sign: () => document.querySelector('footer font') !== null,
  },
];
