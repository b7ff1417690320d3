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

const SIZE = { width: 1280, height: 720 };

/** A page with Storybook's preview, in which one story gives way to the next, as when a designer clicks through them. */
export class Stage {
  readonly page: Page;
  /** What was thrown in the page since the last story began. */
  readonly thrown: Error[] = [];

  #site: string;
  /** What is shown, and how. */
  #look: string | undefined;
  #story: string | undefined;

  constructor(page: Page, site: string) {
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
    await this.page.setViewportSize(SIZE);
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
