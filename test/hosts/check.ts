/** Opens one host page with one widget on it, and looks whether everything holds there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { startFront, type Front } from '../e2e/support/front.js';
import { inventory } from '../e2e/support/inventory.js';
import type { Receiver } from '../e2e/support/receiver.js';
import { Visitor } from '../engines/support/visitor.js';
import { WINDOW, type HostBrowser, type HostTab } from './browsers/browser.js';
import { differences, withoutOurs } from './differences.js';
import { PLACE, type HostPage } from './host-page.js';
import { Hosting } from './hosting.js';
import {
  bringIntoView,
  hold,
  painted,
  placeOnPage,
  placeRect,
  rectOf,
  setHeight,
  watchCode,
} from './in-page.js';
import {
  blankPlace,
  fraction,
  look,
  PATIENCE_MS,
  settled,
  until,
  whole,
  type Bar,
  type Place,
} from './looking.js';
import type { Picture, Rect } from './pictures.js';
import { placeOf, type Widget } from './widgets.js';
import type { WordPress } from './wordpress.js';

/** What must hold, in this order. */
export const properties = ['host', 'loads', 'looks', 'works', 'sends once', 'unharmed', 'shift'] as const;
export type Property = (typeof properties)[number];

export interface Failure {
  readonly property: Property;
  readonly detail: string;
}

/** What all pages are opened with. */
export interface Bench {
  readonly browser: HostBrowser;
  readonly receiver: Receiver;
  /** What the clock shows in each page, in milliseconds. */
  readonly clock: number;
  /** Folder for pictures of what differs. */
  readonly shots: string;
  /** Which of those that look at pages side by side this is, from 0. */
  readonly lane: number;
  /** Started once a page asks for it. */
  readonly wordpress: () => Promise<WordPress>;
  /** How widgets look on a blank page, by what their look depends on. */
  readonly references: Map<string, Promise<Looks>>;
}

interface Looks {
  readonly first: Picture;
  readonly inUse: Picture;
  /** Height of the element at first, in pixels. */
  readonly height: number;
}

const MAX_SHIFT = 0.01;
/** How often an engine may paint the page without the kit anew; two ways are usual. */
const PAINTINGS = 4;
/** Around what floats: its shadow. */
const SHADOW = 40;

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const isWellFormed = ajv.compile(
  JSON.parse(readFileSync('dist/schemas/submission.schema.json', 'utf8')) as object,
);

/** @returns what does not hold; nothing where all of it does */
export const check = async (bench: Bench, page: HostPage, widget: Widget): Promise<readonly Failure[]> => {
  const front = await startFront(bench.receiver);
  const tab = await bench.browser.open(watchCode(bench.clock));
  const visit = new Visit(bench, page, widget, front, tab);
  try {
    await visit.run();
  } catch (error) {
    visit.fail(visit.at, error instanceof Error ? error.message : String(error));
    const troubles = await visit.troubles().catch(() => []);
    if (troubles.length > 0) visit.fail('loads', troubles.join(' · '));
  } finally {
    await visit.close();
    await tab.close();
    await front.close();
  }
  return visit.failures;
};

/** Where the bar with this index is, of those before the widget. */
const barRule = ({ x, y, width, height, zIndex }: Bar, index: number): string =>
  `.bar-${index} { left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px; z-index: ${zIndex} }`;

class Visit {
  readonly failures: Failure[] = [];
  /** The property that is looked at. */
  at: Property = 'host';
  #bench: Bench;
  #page: HostPage;
  #widget: Widget;
  #front: Front;
  #tab: HostTab;
  #hosting: Hosting;

  constructor(bench: Bench, page: HostPage, widget: Widget, front: Front, tab: HostTab) {
    this.#bench = bench;
    this.#page = page;
    this.#widget = widget;
    this.#front = front;
    this.#tab = tab;
    this.#hosting = new Hosting(bench, page, widget, front);
  }

  fail(property: Property, detail: string): void {
    this.failures.push({ property, detail });
  }

  async close(): Promise<void> {
    await this.#hosting.close();
  }

  async run(): Promise<void> {
    const { tag } = this.#widget;
    const { height } = await this.#reference(blankPlace);
    const { publish, publishBare, release, cdn } = await this.#hosting.host(height);
    const shiftNow = async () => {
      await this.#tab.evaluate(painted);
      return this.#tab.evaluate(() => window.hostShift);
    };

    const bareUrl = await publishBare();
    await this.#tab.goto(bareUrl);
    await this.#rest();
    const bareShiftAtFirst = await shiftNow();
    await this.#takeRoom(this.#tab, height);
    const bareShiftBefore = await shiftNow();
    if (!(await this.#until(() => this.#tab.evaluate(this.#page.sign as () => boolean)))) {
      this.fail('host', 'the page is not what it says it is');
      return;
    }
    await this.#meanwhile(this.#tab);
    const bareInventory = await this.#tab.evaluate(inventory);
    const bareHold = await this.#tab.evaluate(hold);
    const barePicture = await this.#settled();
    const bareTroubles = await this.troubles();
    const bareShift = (await shiftNow()) - bareShiftBefore;

    this.at = 'loads';
    await this.#tab.goto(await publish());
    await this.#rest();
    const shiftBefore = await shiftNow();
    release();
    const inside = this.#inside();
    const visitor = new Visitor(inside, tag);
    await visitor.sees(this.#widget.ready);
    await this.#tab.evaluate(painted);
    await this.#meanwhile(inside);
    if (!(await this.#until(() => this.#tab.evaluate(this.#page.sign as () => boolean))))
      this.fail('host', 'the page is not what it says it is once the kit is there');
    // Before the loader's chunks come nothing is defined, and what moves is the page's own doing.
    const isWhole = cdn.cdnRequests.includes('harreman.all.js');
    const shift = (await shiftNow()) - (isWhole ? bareShiftAtFirst : shiftBefore) - bareShift;

    this.at = 'unharmed';
    await this.#isUnharmed(false, bareInventory, bareHold);
    await this.#isSameOutside(barePicture, () => this.#pictureAgain(bareUrl, height));

    this.at = 'looks';
    const place = await this.#placeInHost();
    await this.#looksAs('first', place);
    this.at = 'works';
    await this.#widget.use(visitor);
    await this.#rest();
    this.at = 'looks';
    await this.#looksAs('inUse', place);
    this.at = 'works';
    await this.#widget.send(visitor);
    await visitor.sees(this.#widget.end);

    this.at = 'sends once';
    await this.#hasArrived();
    this.at = 'unharmed';
    await this.#isUnharmed(true, bareInventory, bareHold);
    this.at = 'shift';
    if (shift > MAX_SHIFT) this.fail('shift', `${shift.toFixed(4)} more than without the kit`);
    this.at = 'loads';
    const known = new Set(bareTroubles);
    const troubles = (await this.troubles()).filter((text) => !known.has(text));
    if (troubles.length > 0) this.fail('loads', troubles.join(' · '));
  }

  /** What the page itself does with the widget in its life, or with the tag that nobody has defined. */
  async #meanwhile(inside: Pick<HostTab, 'evaluate'>): Promise<void> {
    if (!this.#page.meanwhile) return;
    await inside.evaluate(this.#page.meanwhile, this.#widget.tag);
    await this.#tab.evaluate(painted);
  }

  /** What has gone wrong in the page since it was opened. */
  async troubles(): Promise<readonly string[]> {
    const told = await this.#tab.evaluate(() => window.hostTroubles ?? []);
    const framed = this.#page.inFrame
      ? await this.#tab.frame()?.evaluate(() => window.hostTroubles ?? [])
      : [];
    return [...told, ...(framed ?? []), ...this.#tab.thrown()].map((text) =>
      text.replace(/https?:\/\/[\w.]+:\d+/g, '').replace(/\d+/g, '#'),
    );
  }

  /** Where the pointer is over nothing. */
  #rest(tab: HostTab = this.#tab): Promise<void> {
    return tab.move(WINDOW.width - 1, WINDOW.height / 2);
  }

  /** Has the page without the kit keep as much room as the widget takes. */
  #takeRoom(tab: HostTab, height: number): Promise<void> {
    const { inFrame } = this.#page;
    return tab.evaluate(setHeight, inFrame ? 'iframe' : `#${PLACE}`, inFrame ? 0 : height);
  }

  /** The page without the kit as another tab paints it. */
  async #pictureAgain(bareUrl: string, height: number): Promise<Picture> {
    const tab = await this.#bench.browser.open(watchCode(this.#bench.clock));
    try {
      await tab.goto(bareUrl);
      await this.#rest(tab);
      await this.#takeRoom(tab, height);
      await this.#meanwhile(tab);
      return (await settled(() => tab.picture()))!;
    } finally {
      await tab.close();
    }
  }

  /** The widget's side of the tab. */
  #inside(): HostTab {
    return this.#page.inFrame ? { ...this.#tab, ...this.#tab.frame() } : this.#tab;
  }

  /** How the widget looks on a blank page where it stands like this. */
  #reference(place: Place): Promise<Looks> {
    const { references } = this.#bench;
    const { lang = 'en', colorScheme = 'light' } = this.#page;
    const key = JSON.stringify([this.#widget.tag, lang, colorScheme, place]);
    const looks = references.get(key) ?? this.#looksOnBlank(place, lang, colorScheme);
    references.set(key, looks);
    return looks;
  }

  async #looksOnBlank(place: Place, lang: string, colorScheme: string): Promise<Looks> {
    const { tag, ready, use, looksAt } = this.#widget;
    const { x, y, width, pageWidth, pageHeight, bars } = place;
    const css =
      `#${PLACE} { margin: ${y}px 0 0 ${x}px; width: ${width}px } .bar { position: fixed; pointer-events: none } ` +
      `body { margin: 0; display: flow-root; width: ${pageWidth}px; height: ${pageHeight}px } ` +
      `html { color-scheme: ${colorScheme}; background: #fff } ${bars.map(barRule).join(' ')}`;
    const barsThat = (isAfter: boolean) =>
      bars
        .map((bar, index) => (bar.isAfter === isAfter ? `<div class="bar bar-${index}"></div>` : ''))
        .join('');
    const site = await this.#hosting.site();
    const url = site.put(
      '/',
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Blank</title>${this.#hosting.watch(site)}<style>${css}</style>` +
        `<script src="/cdn/harreman.js" data-endpoint="${this.#front.endpoint}"></script></head><body>${barsThat(false)}${placeOf(this.#widget)}${barsThat(true)}</body></html>`,
    );
    const tab = await this.#bench.browser.open(watchCode(this.#bench.clock));
    try {
      await tab.goto(url);
      const visitor = new Visitor(tab, tag);
      await visitor.sees(ready);
      const height = (await tab.evaluate(rectOf, tag))?.height ?? 0;
      const first = await settled(() => look(tab, tag, looksAt?.first));
      await use(visitor);
      await this.#rest(tab);
      const inUse = await settled(() => look(tab, tag, looksAt?.inUse));
      if (!first || !inUse) throw new Error(`<${tag}> is not shown on a blank page`);
      return { first, inUse, height };
    } finally {
      await tab.close();
    }
  }

  /** Where the widget stands, in the page. */
  async #placeInHost(): Promise<Place> {
    const { tag, looksAt } = this.#widget;
    if (looksAt) return blankPlace;
    await this.#tab.evaluate(bringIntoView, tag);
    return (await this.#tab.evaluate(placeOnPage, tag)) ?? blankPlace;
  }

  /**
   * Compares with a blank page on which it stands on the same fraction of a pixel; and where that differs, with one on
   * which it stands at the very same place, since round corners are smoothed a little differently elsewhere.
   */
  async #looksAs(moment: 'first' | 'inUse', place: Place): Promise<void> {
    if (this.#page.inFrame) return;
    const { tag, looksAt } = this.#widget;
    const { smoothing } = this.#bench.browser;
    const alike = {
      ...blankPlace,
      x: 100 + fraction(place.x),
      y: 300 + fraction(place.y),
      width: place.width,
    };
    const show = () => look(this.#tab, tag, looksAt?.[moment]);
    let reference = (await this.#reference(alike))[moment];
    let picture = await show();
    if (picture?.difference(reference, [], smoothing)) picture = await settled(show);
    if (picture && !picture.difference(reference, [], smoothing)) return;
    reference = (await this.#reference(place))[moment];
    const isSame = await until(async () => {
      picture = await show();
      return picture !== undefined && !picture.difference(reference, [], smoothing);
    }, PATIENCE_MS / 3);
    if (isSame) return;
    const difference = picture?.difference(reference, [], smoothing);
    const files = [this.#keep(`${moment}-host`, picture), this.#keep(`${moment}-blank`, reference)];
    this.fail(
      'looks',
      `${moment === 'first' ? 'at first' : 'in use'}: ${difference ? `${difference.pixels} pixels, from ${difference.at}` : 'not shown'}; compare ${files.join(' ')}`,
    );
  }

  async #hasArrived(): Promise<void> {
    const { bodies } = this.#front;
    if (bodies.length !== 1) {
      this.fail('sends once', `${bodies.length} requests: ${bodies.join(' ')}`);
      return;
    }
    let body: unknown;
    try {
      body = JSON.parse(bodies[0]!);
    } catch {
      this.fail('sends once', `not JSON: ${bodies[0]}`);
      return;
    }
    if (!isWellFormed(body))
      this.fail('sends once', `against the schema: ${ajv.errorsText(isWellFormed.errors)} ${bodies[0]}`);
    const { submission_id: id } = body as { submission_id?: string };
    const rows = (await this.#bench.receiver.rows()).filter((row) => row.fields['submission_id'] === id);
    if (rows.length !== 1) {
      this.fail('sends once', `${rows.length} rows in the receiver`);
      return;
    }
    const wrong = Object.entries(this.#widget.fields).filter(
      ([name, value]) => JSON.stringify(rows[0]!.fields[name]) !== JSON.stringify(value),
    );
    for (const [name] of wrong)
      this.fail('sends once', `${name} arrived as ${JSON.stringify(rows[0]!.fields[name])}`);
  }

  async #isUnharmed(
    isUsed: boolean,
    bare: ReturnType<typeof inventory>,
    bareHold: ReturnType<typeof hold>,
  ): Promise<void> {
    let found: string[] = [];
    const isSame = await this.#until(async () => {
      found = [
        ...differences(
          bare,
          isUsed ? withoutOurs(await this.#tab.evaluate(inventory)) : await this.#tab.evaluate(inventory),
        ),
        ...differences(bareHold, await this.#tab.evaluate(hold)),
      ];
      return found.length === 0;
    }, PATIENCE_MS / 3);
    if (!isSame) this.fail('unharmed', `${isUsed ? 'once' : 'before'} it is used: ${found.join('; ')}`);
  }

  /**
   * An engine that paints the same page a little differently each time it is opened is asked a few times: it is unharmed
   * if it looks as one of them.
   */
  async #isSameOutside(bare: Picture, pictureAgain: () => Promise<Picture>): Promise<void> {
    const { tag, looksAt } = this.#widget;
    const { smoothing } = this.#bench.browser;
    const except = async (): Promise<Rect[]> => {
      const place = await this.#tab.evaluate(placeRect, this.#page.inFrame ? 'iframe' : `#${PLACE}`);
      const floating =
        looksAt && !this.#page.inFrame && (await this.#tab.evaluate(rectOf, tag, looksAt.first));
      return [...(place ? [whole(place, 0)] : []), ...(floating ? [whole(floating, SHADOW)] : [])];
    };
    let picture: Picture | undefined;
    let difference: ReturnType<Picture['difference']>;
    const isSame = await this.#until(async () => {
      picture = await this.#tab.picture();
      difference = picture.difference(bare, await except(), smoothing);
      return !difference;
    }, PATIENCE_MS / 3);
    if (isSame) return;
    for (let time = 0; smoothing && time < PAINTINGS; time++)
      if (!picture!.difference(await pictureAgain(), await except(), smoothing)) return;
    const files = [this.#keep('page-with', picture), this.#keep('page-without', bare)];
    this.fail(
      'unharmed',
      `around it: ${difference!.pixels} pixels, from ${difference!.at}; compare ${files.join(' ')}`,
    );
  }

  #settled(): Promise<Picture> {
    return settled(() => this.#tab.picture()) as Promise<Picture>;
  }

  #keep(what: string, picture: Picture | undefined): string {
    if (!picture) return '';
    mkdirSync(this.#bench.shots, { recursive: true });
    const name = `${this.#page.name}-${this.#widget.name}-${what}`.replace(/\W+/g, '-');
    const file = join(this.#bench.shots, `${name}.png`);
    writeFileSync(file, picture.toPng());
    return file;
  }

  async #until(holds: () => boolean | Promise<boolean>, patience = PATIENCE_MS): Promise<boolean> {
    return until(holds, patience);
  }
}
