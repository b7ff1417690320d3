import { css, js, shop, type HostPage, type Kit } from '../host-page.js';

const run = (code: string): string => `<script>${code}</script>`;
/** Runs once the document is there. */
const later = (code: string): string => run(`addEventListener('DOMContentLoaded', function () { ${code} });`);
const style = (rules: string): string => `<style>${rules}</style>`;
const script = (body: string) => ({ body, headers: { 'content-type': 'text/javascript' } });

/** What else is met on sites: dialogs that keep the focus, recorders, trackers, translators, workers, odd layouts. */
export const inTheWild: readonly HostPage[] = [
  {
    name: 'in a modal of Bootstrap 5',
    about: 'A dialog of the page that is faded in and keeps the focus.',
    head: css('bootstrap-5/dist/css/bootstrap.min.css') + js('bootstrap-5/dist/js/bootstrap.bundle.min.js'),
    body: ({ place }) =>
      `<h1>A shop</h1><div class="modal fade" id="modal" tabindex="-1"><div class="modal-dialog modal-lg"><div class="modal-content"><div class="modal-body">${place}</div></div></div></div>
      ${later("bootstrap.Modal.getOrCreateInstance('#modal').show();")}`,
    sign: () =>
      document.querySelector('.modal.show') !== null && document.body.classList.contains('modal-open'),
  },
  {
    name: 'a modal dialog that is closed again',
    about: 'What the page shows in the top layer comes and goes above what floats.',
    body: ({ place }) => `${shop(place)}<dialog><p>News</p><button>Fine</button></dialog>`,
    meanwhile: async () => {
      const dialog = document.querySelector('dialog')!;
      dialog.showModal();
      await new Promise((resolve) => setTimeout(resolve, 50));
      dialog.close();
    },
    sign: () => !document.querySelector('dialog')!.open,
  },
  {
    name: 'a focus trap',
    about:
      'A library that keeps the focus within a part of the page, and asks of each element whether it takes it.',
    head: js('tabbable/dist/index.umd.min.js') + js('focus-trap/dist/focus-trap.umd.min.js'),
    body: ({ place }) =>
      `<main id="trap"><h1>A shop</h1><button>First</button>${place}<button>Last</button></main>${later(
        "window.trap = focusTrap.createFocusTrap('#trap', { allowOutsideClick: true, tabbableOptions: { getShadowRoot: true } }); trap.activate();",
      )}`,
    sign: () => 'trap' in window,
  },
  {
    name: 'jQuery Form',
    about: 'All forms are sent by a script, and all fields read as they are left.',
    head:
      js('jquery-3/dist/jquery.min.js') +
      js('jquery-form/dist/jquery.form.min.js') +
      run('window.read = 0;') +
      later(`jQuery('form').ajaxForm(); jQuery(document).on('blur focusout change', function () { window.read = jQuery(':input').serializeArray().length; })
        .on('submit', function (e) { jQuery(e.target).ajaxSubmit(); return false; });`),
    sign: () => 'jQuery' in window,
  },
  {
    name: 'Sentry',
    about: 'An error tracker: listeners, timers, fetch, XMLHttpRequest and the history are wrapped.',
    head:
      js('sentry/build/bundle.min.js') +
      run(
        "Sentry.init({ dsn: 'https://0123@127.0.0.1/1', beforeSend: function () { return null; }, autoSessionTracking: false });",
      ),
    sign: () => 'Sentry' in window && Object.hasOwn(fetch, '__sentry_original__'),
  },
  {
    name: 'rrweb',
    about: 'A session recorder: it watches all nodes, shadow roots, style sheets and fields.',
    head:
      js('rrweb/dist/rrweb.min.js') +
      later('window.recorded = 0; rrweb.record({ emit: function () { window.recorded++; } });'),
    sign: () => (window as unknown as { recorded: number }).recorded > 0,
  },
  {
    name: 'frozen intrinsics',
    about: 'SES: all natives are frozen before anything else runs, as wallets and plug-in hosts do.',
    head:
      js('ses/dist/lockdown.umd.min.js') +
      run(
        "lockdown({ consoleTaming: 'unsafe', errorTaming: 'unsafe', overrideTaming: 'severe', dateTaming: 'unsafe', mathTaming: 'unsafe', localeTaming: 'unsafe' });",
      ),
    sign: () => Object.isFrozen(Array.prototype),
  },
  {
    name: 'requests made anew',
    about: 'A fetch of the page that makes a Request of what it is given, and reads a copy of each answer.',
    head: run(`(function (old) { window.fetch = function (input, init) { var request = new Request(input, init), copy = request.clone();
      return copy.text().then(function () { return old(request); }).then(function (r) { return r.clone().text().then(function () { return r; }); }); }; })(window.fetch);`),
    sign: () => !String(fetch).includes('[native code]'),
  },
  {
    name: 'a service worker that passes on',
    about: 'All requests of the page, to other sites too, go through its worker and are made anew there.',
    files: () => ({
      '/worker.js': script(
        "addEventListener('install', function () { skipWaiting(); }); addEventListener('activate', function (e) { e.waitUntil(clients.claim()); }); addEventListener('fetch', function (e) { e.respondWith(fetch(e.request)); });",
      ),
    }),
    head: run("navigator.serviceWorker.register('/worker.js');"),
    sign: () => navigator.serviceWorker.controller !== null,
  },
  {
    name: 'Swup',
    about: 'Links fetch the next page, of which a part is swapped in; the rest and the scripts stay.',
    head: js('swup/dist/Swup.umd.js'),
    files: (kit: Kit) => ({
      '/next': {
        body: `<!doctype html><html lang="en"><head><title>A shop</title></head><body><main id="swup">${shop(kit.place)}<p id="next">Next</p></main></body></html>`,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    }),
    body: () =>
      `<main id="swup"><h1>First</h1></main><script>addEventListener('load', function () { new Swup({ animationSelector: false }).navigate('next'); });</script>`,
    sign: () => document.getElementById('next') !== null,
  },
  {
    name: 'a translator that goes on',
    about: 'All text is put into <font>, what stands in our tag too, and whatever comes later.',
    head: later(`var wrap = function () { var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node, all = [];
      while ((node = walker.nextNode())) if (node.data.trim() && !/^(FONT|SCRIPT|STYLE|OPTION)$/.test(node.parentNode.nodeName)) all.push(node);
      all.forEach(function (n) { var f = document.createElement('font'); f.style.verticalAlign = 'inherit'; n.parentNode.replaceChild(f, n); f.appendChild(n); }); };
      wrap(); new MutationObserver(wrap).observe(document.body, { childList: true, subtree: true, characterData: true });`),
    sign: () => document.querySelector('h1 font, p font') !== null,
  },
  {
    name: 'scripts that are put off',
    about:
      'A cache of a host gives all scripts another type, and lets them in one by one once the page is there.',
    bringsScript: true,
    body: ({ place, script: tag }) =>
      `${shop(place)}${tag.replace('<script', '<script type="0f-text/javascript"')}${run(`addEventListener('load', function () { var next = document.querySelector('[type="0f-text/javascript"]'), made = document.createElement('script');
      for (var i = 0; i < next.attributes.length; i++) if (next.attributes[i].name !== 'type') made.setAttribute(next.attributes[i].name, next.attributes[i].value);
      next.parentNode.insertBefore(made, next); next.parentNode.removeChild(next); });`)}`,
    sign: () => document.querySelector('[type^="0f-"]') === null,
  },
  {
    name: 'a view transition',
    about: 'A part of the page is changed within a transition, while which the whole page is a picture.',
    body: ({ place }) => `<h1>A shop</h1><div id="view">${place}</div>`,
    meanwhile: async () => {
      const view = document.getElementById('view')!;
      await document.startViewTransition(() => view.prepend(document.createElement('hr'))).finished;
      view.firstElementChild!.remove();
    },
    sign: () => document.getElementById('view') !== null,
  },
  {
    name: 'important rules in layers',
    about: 'Layers turn the order of what is !important around: the first one wins.',
    head: style(`@layer first, second; @layer first { * { color: red !important; letter-spacing: 4px !important; line-height: 3 !important; text-transform: uppercase !important } }
      @layer second { * { color: blue !important } }`),
    sign: () => getComputedStyle(document.querySelector('h1')!).color === 'rgb(255, 0, 0)',
  },
  {
    name: 'an app with a scroller of its own',
    about: 'The window does not scroll; a part of the page does.',
    head: style(
      'html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; overflow: auto } main::after { content: ""; display: block; height: 2000px }',
    ),
    sign: () => getComputedStyle(document.body).overflow === 'hidden',
  },
  {
    name: 'attributes shown by force',
    about:
      'Rules for attributes and states of all elements: what is hidden is shown, what is not defined is not.',
    head: style(
      '[hidden], template, details > * { display: block !important } [inert], [aria-hidden] { opacity: 1 !important } :not(:defined) { visibility: hidden } [role], [lang], [dir] { border: 3px solid red !important } :focus-within { background: pink !important } :has(:defined) { text-indent: 9px !important }',
    ),
    sign: () => document.styleSheets.length > 1,
  },
  {
    name: 'a frame of another site',
    about: 'Where storage is kept apart, or refused.',
    bringsScript: true,
    inFrame: true,
    body: () =>
      `<h1>A shop</h1>${run(`document.write('<iframe title="Write to us" width="720" height="1200" src="http://localhost:' + location.port + location.pathname + 'frame.html"></' + 'iframe>');`)}`,
    files: ({ head, place, script: tag }) => ({
      '/frame.html': {
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Frame</title>${head}${tag}</head><body>${place}</body></html>`,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    }),
    sign: () =>
      document.querySelector('iframe')!.contentDocument === null &&
      document.getElementById('harreman-place') === null,
  },
];
