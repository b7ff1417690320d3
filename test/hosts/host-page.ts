import type { Theme } from './wordpress.js';

/** What the host page of a widget is given to stand on it. */
export interface Kit {
  /** The widget in its place: where it stands and how wide is settled, as an owner would. */
  readonly place: string;
  /** The widget's tag alone, for pages that put it somewhere themselves; it belongs into an element of {@link PLACE}. */
  readonly widget: string;
  /** Name of the widget's element. */
  readonly tag: string;
  /** The script tag to paste. */
  readonly script: string;
  /** Addresses of the loader and of the file with everything; of an empty script where the page is opened without the kit. */
  readonly src: string;
  readonly completeSrc: string;
  /** Where submissions go. */
  readonly endpoint: string;
  /** Origins of the kit's files and of the endpoint, for policies. */
  readonly cdn: string;
  readonly endpointOrigin: string;
  /** What each document with the widget has in its head: the place's style sheet. */
  readonly head: string;
}

/** A page in the wild. All that is needed is a name, what it is here for, and what it has that others have not. */
export interface HostPage {
  readonly name: string;
  /** What may harm a widget here, or be harmed by one. */
  readonly about: string;
  /** Of the head, after the kit's own. */
  readonly head?: string | ((kit: Kit) => string);
  /** Of the body; a shop with text, a form and a table unless said. Has {@link Kit.place} somewhere. */
  readonly body?: (kit: Kit) => string;
  /** Attributes of `<html>`; `lang="en"` unless said. */
  readonly attributes?: string;
  /** Whether {@link head} and {@link body} bring the kit's script themselves. */
  readonly bringsScript?: true;
  /** The whole document, where it is no usual one. Has {@link Kit.head}. */
  readonly document?: (kit: Kit) => string | Buffer;
  /** What is published on a real WordPress, instead of a document. */
  readonly publication?: {
    readonly kind: 'pages' | 'posts';
    readonly theme: Theme;
    /** Whether its visitor is its owner, who sees the bar of the administration. */
    readonly isLoggedIn?: true;
    /** Whether its owner writes in the classic editor. */
    readonly isClassic?: true;
    /** What the owner pastes into a block of the kind "Custom HTML", or into the classic editor. */
    readonly html: (kit: Kit) => string;
  };
  readonly headers?: (kit: Kit) => Readonly<Record<string, string>>;
  /** Further files of the site, by path. */
  readonly files?: (kit: Kit) => Readonly<Record<string, string | SiteFile>>;
  /** Runs in the page, and tells whether it is what it says it is: whether the library runs, the style sheet rules. */
  readonly sign: () => unknown;
  /** Whether the widget is in the page's first frame. */
  readonly inFrame?: true;
  /** What is done with the widget in the page once it is there, before it is used; runs in the page. */
  readonly meanwhile?: (tag: string) => unknown;
  /** The colour scheme that widgets inherit there; `light` unless said. */
  readonly colorScheme?: 'dark';
  /** Language of the widget there; `en` unless said. */
  readonly lang?: string;
  /** Files of Debian's packages that it cannot do without: libraries that npm has not. */
  readonly fromDebian?: readonly string[];
  /** Whether it is among the few of every run of all tests. */
  readonly isInCI?: true;
}

/** A file of a host's site. */
export interface SiteFile {
  readonly body: string | Buffer;
  readonly headers: Record<string, string>;
}

/** The element in which the widget stands. */
export const PLACE = 'harreman-place';
/** How wide it is, in pixels. */
export const PLACE_WIDTH = 640;

/** The address of a file of a package in `@hosts`. */
export const asset = (path: string): string => `/npm/${path}`;
export const css = (path: string): string => `<link rel="stylesheet" href="${asset(path)}">`;
export const js = (path: string, attributes = ''): string =>
  `<script src="${asset(path)}"${attributes && ` ${attributes}`}></script>`;

/** What shops have: a header, text, a form of their own, a table. */
export const shop = (place: string): string => `
  <header class="header navbar"><nav><a class="navbar-brand" href="#home">A shop</a> <ul class="nav"><li><a href="#about">About</a></li></ul></nav></header>
  <main class="container">
    <h1>Write to us</h1>
    <p>We are in the <a href="#old-town">old town</a>, and answer within <strong>two</strong> days.</p>
    ${place}
    <section class="row"><h2>Prices</h2>
      <table class="table"><thead><tr><th>What</th><th>Price</th></tr></thead><tbody><tr><td>Cleaning</td><td>20</td></tr></tbody></table>
      <form class="form" action="#search"><label>Search <input class="input form-control" type="search" name="q"></label>
        <select name="kind"><option>All</option></select> <button class="btn button">Search</button></form>
      <blockquote>They were quick.</blockquote></section>
  </main>
  <footer class="footer"><p>© A shop</p></footer>`;

/** The page's document, with the kit on it. */
export const documentOf = (page: HostPage, kit: Kit): string | Buffer => {
  if (page.document) return page.document(kit);
  const { attributes = 'lang="en"', bringsScript, head = '', body = ({ place }: Kit) => shop(place) } = page;
  const own = typeof head === 'string' ? head : head(kit);
  return (
    `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>A shop</title>${kit.head}${own}${bringsScript ? '' : kit.script}</head><body>${body(kit)}</body></html>`
  );
};
