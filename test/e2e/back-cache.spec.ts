/** Away to another page and back, with every widget: what was written is there, and it sends once. */
import type { Page } from '@playwright/test';
import { Visitor } from '../engines/support/visitor.js';
import { placeOf, SUBMIT, widgets } from '../hosts/widgets.js';
import { MORE } from './support/more.js';
import { html, script } from './support/pages.js';
import { expect, test } from './support/test.js';
import { withBackCache } from './support/with-back-cache.js';

test.use(withBackCache);

/** A visitor who has to look something up before each press on the button that goes on or sends. */
class Wanderer extends Visitor {
  #page: Page;
  #next: string;

  constructor(page: Page, next: string, tag: string) {
    const { keyboard, mouse } = page;
    super(
      {
        evaluate: (run, ...args) =>
          page.evaluate(
            `((__name) => (${run.toString()}))((it) => it)(${args.map((arg) => JSON.stringify(arg)).join()})`,
          ),
        type: (text) => keyboard.type(text),
        press: (key) => keyboard.press(key),
        click: (x, y) => mouse.click(x, y),
      },
      tag,
    );
    this.#page = page;
    this.#next = next;
  }

  override async click(selector: string): Promise<void> {
    if (selector === SUBMIT) await this.#wander();
    await super.click(selector);
  }

  async #wander(): Promise<void> {
    const page = this.#page;
    await page.evaluate(() => {
      document.title = 'A shop';
      addEventListener(
        'pageshow',
        ({ persisted }) => (document.title = persisted ? 'from the cache' : 'anew'),
      );
    });
    await page.evaluate((next) => void (location.href = next), this.#next);
    await expect(page).toHaveURL(this.#next);
    await page.evaluate(() => history.back());
    await expect(page).toHaveTitle('from the cache');
  }
}

for (const widget of widgets) {
  const more = /^(contact|chat)$/.test(widget.name) ? {} : MORE;
  test(
    `${widget.name}: away and back before each press, and one message arrives as it was written`,
    more,
    async ({ page, receiver, front, startSite }) => {
      const site = await startSite();
      const next = site.put('/next', html({ body: 'Next' }));
      await page.goto(site.put('/', html({ head: script(site, front.endpoint), body: placeOf(widget) })));
      const visitor = new Wanderer(page, next, widget.tag);
      await visitor.sees(widget.ready);
      await widget.use(visitor);
      await widget.send(visitor);
      await visitor.sees(widget.end);
      expect(front.posts).toBe(1);
      expect((await receiver.rows()).map(({ fields }) => fields)).toEqual([
        expect.objectContaining(widget.fields),
      ]);
    },
  );
}
