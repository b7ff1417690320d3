/** The servers of a visit: the host page, with the kit and without, and the kit's own files. */
import { startSite, type Site } from '../e2e/support/site.js';
import type { Front } from '../e2e/support/front.js';
import { readAsset, typeOf } from './assets.js';
import type { Bench } from './check.js';
import { documentOf, type HostPage, type Kit } from './host-page.js';
import { watchCode } from './in-page.js';
import { placeCss, placeOf, tagOf, type Widget } from './widgets.js';

export class Hosting {
  #bench: Bench;
  #page: HostPage;
  #widget: Widget;
  #front: Front;
  #sites: Site[] = [];

  constructor(bench: Bench, page: HostPage, widget: Widget, front: Front) {
    this.#bench = bench;
    this.#page = page;
    this.#widget = widget;
    this.#front = front;
  }

  async close(): Promise<void> {
    await Promise.all(this.#sites.map((site) => site.close()));
  }

  /** Puts the host page up twice, with the kit and without, where its files may wait until they are released. */
  async host(height: number) {
    let release = () => {};
    const released = new Promise<boolean>((resolve) => (release = () => resolve(true)));
    if (!this.#bench.browser.tellsShifts) release();
    // One of the few connections to a site; held all, they would keep the page's other scripts from coming.
    const own = `chunks/${this.#widget.tag.slice('harreman-'.length)}.js`;
    const cdn = await this.site({ onCdnRequest: (name) => name !== own || released });
    const { publication } = this.#page;
    const wordpress = publication && (await this.#bench.wordpress());
    const site = await this.site(
      wordpress && {
        onRequest: (request, response) => wordpress.answer(request, response, publication.theme),
      },
    );
    const endpointOrigin = new URL(this.#front.endpoint).origin;
    const kit: Kit = {
      place: placeOf(this.#widget),
      widget: tagOf(this.#widget),
      tag: this.#widget.tag,
      script: `<script src="${cdn.origin}/cdn/harreman.js" data-endpoint="${this.#front.endpoint}"></script>`,
      src: `${cdn.origin}/cdn/harreman.js`,
      completeSrc: `${cdn.origin}/cdn/harreman.all.js`,
      endpoint: this.#front.endpoint,
      cdn: cdn.origin,
      endpointOrigin,
      head: `${this.watch(site)}<link rel="stylesheet" href="/place.css?${this.#widget.tag}">`,
    };
    const empty = `${site.origin}/empty.js`;
    const bare: Kit = {
      ...kit,
      script: kit.script.replace(kit.src, empty),
      src: empty,
      completeSrc: empty,
    };
    const script = { 'content-type': 'text/javascript' };
    site.put('/empty.js', { body: '', headers: script });
    site.put('/place.css', { body: placeCss(this.#widget, height), headers: { 'content-type': 'text/css' } });
    for (const [path, file] of Object.entries(this.#page.files?.(kit) ?? {})) site.put(path, file);
    for (const [path, file] of Object.entries(this.#page.files?.(bare) ?? {})) site.put(`/bare${path}`, file);
    const put = async (path: string, on: Kit) => {
      if (wordpress) {
        const html = on.head + publication.html(on);
        const published = await wordpress.publish(this.#bench.lane, { ...publication, html });
        return site.origin + (publication.isLoggedIn ? `/log-in?to=${published}` : published);
      }
      const headers = this.#page.headers?.(kit);
      return site.put(path, {
        body: documentOf(this.#page, on),
        ...(headers && { headers: { ...headers } }),
      });
    };
    return { publish: () => put('/', kit), publishBare: () => put('/bare/', bare), release, cdn };
  }

  /** What pages bring with them where the browser can't run it before them. */
  watch(site: Site): string {
    const { browser, clock } = this.#bench;
    if (!browser.codeInPages) return '';
    const body = `${watchCode(clock)};${browser.codeInPages}`;
    site.put('/watch.js', { body, headers: { 'content-type': 'text/javascript' } });
    return '<script src="/watch.js" nonce="page"></script>';
  }

  async site(options: Parameters<typeof startSite>[0] = {}): Promise<Site> {
    const site = await startSite({
      onRequest: ({ url = '/' }, response) => {
        const path = decodeURIComponent(new URL(url, 'http://site').pathname);
        const file = path.startsWith('/npm/') && readAsset(path.slice('/npm/'.length));
        // An icon and forms of the page are asked for, too.
        if (file) response.writeHead(200, { 'content-type': typeOf(path) }).end(file);
        else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      },
      ...options,
    });
    this.#sites.push(site);
    return site;
  }
}
