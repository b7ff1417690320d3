import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Storybook's line between its preview and whoever wants to hear or tell it something. */
    __STORYBOOK_ADDONS_CHANNEL__?: {
      emit(event: string, ...data: unknown[]): void;
      last(event: string): readonly unknown[] | undefined;
    };
  }
}

/** What Storybook says at the end of a story (`storyFinished`). */
export interface Verdict {
  readonly storyId: string;
  readonly status: 'success' | 'error';
  readonly reporters: readonly {
    readonly type: string;
    readonly status: string;
    readonly result: {
      readonly error?: unknown;
      readonly violations?: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
      }[];
    };
  }[];
}

/** A page with Storybook's preview, in which one story gives way to the next, as when a designer clicks through them. */
export class Stage {
  readonly page: Page;
  /** What was thrown in the page since the last story began. */
  readonly thrown: Error[] = [];

  #site: string;
  #size: { readonly width: number; readonly height: number };
  /** What is shown, and how. */
  #look: string | undefined;
  #story: string | undefined;

  /** @param size of the window at the beginning of each story */
  constructor(page: Page, site: string, size = { width: 1280, height: 720 }) {
    this.#size = size;
    this.page = page;
    this.#site = site;
    page.on('pageerror', (error) => this.thrown.push(error));
  }

  /** Begins a story; `globals` is its look, as in the address of a preview. */
  async show(story: string, globals: string): Promise<void> {
    const isLoaded = this.#look === globals && this.#story !== story;
    this.#look = globals;
    this.#story = story;
    this.thrown.length = 0;
    await this.page.setViewportSize(this.#size);
    if (!isLoaded) {
      await this.page.goto(`${this.#site}/iframe.html?id=${story}&viewMode=story&globals=${globals}`);
      return;
    }
    await this.page.evaluate((storyId) => {
      sessionStorage.clear();
      window.__STORYBOOK_ADDONS_CHANNEL__!.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, story);
  }
}

/** Waits until a story has come to its end. */
export async function verdictOf(page: Page, story: string): Promise<Verdict> {
  const finished = await page.waitForFunction(
    (id) => {
      const verdict = window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0] as Verdict | undefined;
      return verdict?.storyId === id && verdict;
    },
    story,
    { timeout: 20_000 },
  );
  return (await finished.jsonValue()) as Verdict;
}
