import { PLACE, shop, type HostPage, type Kit } from '../host-page.js';

/** A document in an encoding of old; the characters are those that it has. */
const inEncoding =
  (encoding: string, lang: string, text: string, bytes: (html: string) => Buffer) =>
  (kit: Kit): Buffer =>
    bytes(
      `<!doctype html><html lang="${lang}"><head><meta charset="${encoding}"><title>Page</title>${kit.head}${kit.script}</head><body><h1>${text}</h1>${kit.place}</body></html>`,
    );

/** By the table of Windows-1257, as far as {@link BALTIC} needs it. */
const BALTIC: Readonly<Record<string, number>> = { ā: 0xe2, č: 0xe8, ē: 0xe7, ģ: 0xec, ī: 0xee, ķ: 0xed, ļ: 0xef, ņ: 0xf2, š: 0xf0, ū: 0xfb, ž: 0xfe }; // prettier-ignore
const baltic = (html: string): Buffer =>
  Buffer.from(Array.from(html, (character) => BALTIC[character] ?? character.charCodeAt(0)));

/** Documents that aren't plain modern HTML. */
export const documents: readonly HostPage[] = [
  {
    name: 'quirks mode',
    about: 'No doctype, presentational attributes, a table as layout, tags that are not closed.',
    document: ({ head, script, place }) =>
      `<html lang="en"><head><title>A shop</title>${head}${script}</head><body bgcolor="#ffffee" text="navy" leftmargin=20>
      <center><font face="Comic Sans MS" size="5">Welcome!</font></center><table border=1 width="100%" cellpadding=9><tr><td align=center valign=bottom nowrap>
      <b><i><u>${place}</u></i></b><td bgcolor=yellow>News<tr><td colspan=2><hr>Since 1999</table></body></html>`,
    sign: () => document.compatMode === 'BackCompat',
  },
  {
    name: 'HTML 4.01 Transitional',
    about: 'Almost standards mode, and a script without a type.',
    document: ({ head, script, place }) =>
      `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><html lang="en"><head><title>A shop</title>${head}${script}</head><body>${shop(place)}</body></html>`,
    sign: () => document.doctype?.publicId.includes('4.01') && document.compatMode === 'CSS1Compat',
  },
  {
    name: 'XHTML',
    about: 'Sent as XML: no innerHTML of HTML, names with case, no document.write.',
    document: ({ head, script, tag, widget }) =>
      `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>A shop</title>${head.replace(/>$/, '/>')}${script}</head><body><h1>A shop</h1><div id="${PLACE}">${widget.replace(' floating ', ' floating="" ')}</div><p>${tag}</p></body></html>`,
    headers: () => ({ 'content-type': 'application/xhtml+xml' }),
    sign: () =>
      document.contentType === 'application/xhtml+xml' && document.querySelector('parsererror') === null,
  },
  {
    name: 'windows-1257',
    about: 'A Latvian page of old: a script without a charset is read like it.',
    document: inEncoding('windows-1257', 'lv', 'Laipni lūdzam, žēl šķiņķa', baltic),
    headers: () => ({ 'content-type': 'text/html' }),
    lang: 'lv',
    sign: () =>
      document.characterSet === 'windows-1257' &&
      document.querySelector('h1')!.textContent.includes('lūdzam'),
  },
  {
    name: 'windows-1252 in Georgian',
    about: 'An encoding that has none of the letters that the widget needs.',
    document: inEncoding('windows-1252', 'ka', 'Año', (html) => Buffer.from(html, 'latin1')),
    headers: () => ({ 'content-type': 'text/html; charset=windows-1252' }),
    lang: 'ka',
    sign: () => document.characterSet === 'windows-1252',
  },
  {
    name: 'iso-8859-15 in Basque',
    about: 'Latin 9 by the header alone.',
    document: inEncoding('utf-8', 'eu', 'Kaixo', (html) => Buffer.from(html, 'latin1')),
    headers: () => ({ 'content-type': 'text/html; charset=iso-8859-15' }),
    lang: 'eu',
    sign: () => document.characterSet === 'ISO-8859-15',
  },
  {
    name: 'utf-16',
    about:
      'Two bytes a character, by a byte order mark. A script or a style sheet of which nobody says how it is encoded is read like the page (HTML, "fetch a classic script"), which no file in ASCII survives: such pages say it of each.',
    document: inEncoding('utf-16', 'en', 'Kaixo გამარჯობა', (html) =>
      Buffer.from(
        `\ufeff${html.replaceAll(/<(script|link)/g, '<$1 charset="utf-8"').replace('</head>', '<script src="ascii.js"></script></head>')}`,
        'utf16le',
      ),
    ),
    files: () => ({
      '/ascii.js': { body: 'var isReadAsAscii = true;', headers: { 'content-type': 'text/javascript' } },
    }),
    headers: () => ({ 'content-type': 'text/html' }),
    sign: () => document.characterSet === 'UTF-16LE' && !('isReadAsAscii' in window),
  },
  {
    name: 'shift_jis',
    about: 'An encoding in which a backslash is a yen sign.',
    document: inEncoding('shift_jis', 'en', 'A shop', (html) => Buffer.from(html, 'latin1')),
    headers: () => ({ 'content-type': 'text/html' }),
    sign: () => document.characterSet === 'Shift_JIS',
  },
  {
    name: 'a base elsewhere',
    about: 'Relative addresses lead to another place, and so do fragments.',
    head: '<base href="/elsewhere/far/" target="_blank">',
    body: ({ place }) => `<h1>A shop</h1>${place}`,
    sign: () => document.baseURI.endsWith('/elsewhere/far/'),
  },
  {
    name: 'clobbering names',
    about: 'Elements whose ids and names hide what scripts ask the document and the window for.',
    body: ({
      place,
    }) => `<img name="title" alt=""><form name="location2"><input name="submit"><input name="action"></form>
      <form id="forms"></form><a id="fetch"></a><a id="customElements2"></a><input id="submit"><a id="harreman"></a>
      <form name="currentScript"></form><form name="body2"></form><div id="field-name"></div><div id="field-message">Mine</div><label for="field-email">Mine</label>${place}`,
    sign: () => typeof document.title === 'object',
  },
  {
    name: 'inside a form of the page',
    about: 'Enter, a submit button and validation belong to the form that is nearest.',
    body: ({ place }) =>
      `<form action="/outer" method="post" onsubmit="document.title = 'submitted'; return false"><label>Q <input name="q" required></label>${place}<button>Buy</button></form>`,
    sign: () => document.title === 'A shop' && document.querySelector('form') !== null,
  },
  {
    name: 'inside a link and a label',
    about:
      'A click in it is one on the link or the label around it, which a script has put there: the parser ends a link where the next one begins.',
    body: ({
      place,
    }) => `<h1>A shop</h1>${place}<input type="checkbox" id="news" onchange="document.title = 'ticked'"><script>
      (function () { var place = document.getElementById('${PLACE}'), link = document.createElement('a'), label = document.createElement('label');
      link.href = '#clicked'; link.onclick = function () { document.title = 'clicked'; }; label.htmlFor = 'news';
      place.parentNode.replaceChild(link, place); link.appendChild(label); label.appendChild(place); })();</script>`,
    sign: () => document.title === 'A shop' && !(document.getElementById('news') as HTMLInputElement).checked,
  },
  {
    name: 'inside an inert template that is opened',
    about: 'A closed <details> and a template, from which the widget comes later.',
    body: ({
      place,
    }) => `<h1>A shop</h1><details id="details"><summary>Write to us</summary><template>${place}</template></details>
      <script>addEventListener('DOMContentLoaded', function () { var d = document.getElementById('details'); d.open = true;
      d.appendChild(d.querySelector('template').content.cloneNode(true)); });</script>`,
    sign: () => document.querySelector('details')!.open,
  },
  {
    name: 'in an editable region',
    about: 'A page builder: the text around is edited, and keys belong to it.',
    body: ({ place }) =>
      `<h1>A shop</h1><div contenteditable="true" spellcheck="false"><p>Edit me</p><div contenteditable="false">${place}</div></div>`,
    sign: () => document.querySelector<HTMLElement>('[contenteditable]')!.isContentEditable,
  },
  {
    name: 'a draggable page',
    about: 'Everything can be dragged, and drags and selections are cancelled.',
    body: ({ place }) =>
      `<div draggable="true" ondragstart="return false" onselectstart="return false" oncontextmenu="return false"><h1>A shop</h1>${place}</div>`,
    sign: () => document.querySelector<HTMLElement>('[draggable]')!.draggable,
  },
  {
    name: 'a shadow root of the page',
    about: 'A site of web components: the widget stands in a slot of one.',
    body: ({
      place,
    }) => `<h1>A shop</h1><shop-card>${place}</shop-card><script>customElements.define('shop-card', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<style>::slotted(*) { color: red; font-size: 40px } :host { display: block; border: 1px solid }</style><b><slot></slot></b>'; } });</script>`,
    sign: () => document.querySelector('shop-card')!.shadowRoot !== null,
  },
  {
    name: 'a declarative shadow root',
    about: 'A shadow root by the parser, of a server-rendered site, with a slot.',
    body: ({ place }) =>
      `<h1>A shop</h1><section><template shadowrootmode="open"><style>:host { display: block; letter-spacing: 9px }</style><slot></slot></template>${place}</section>`,
    sign: () => document.querySelector('section')!.shadowRoot !== null,
  },
];
