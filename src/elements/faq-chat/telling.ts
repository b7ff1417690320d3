import type { ReactiveController } from 'lit';
import type { ChatHost } from './chat-host.js';
import type { Report, sendReport } from './reports.js';

/** Tells the endpoint, if there is one, what was asked and had no good answer. No visitor waits for it. */
export class Telling implements ReactiveController {
  readonly #host: ChatHost;
  readonly #onLeave: (leaving: boolean) => void;
  readonly #onChange: () => void;
  /** What waits for what sends: where the page is left before that has come, the next one tells it. */
  untold: readonly Report[] = [];
  #send: typeof sendReport | undefined;

  /**
   * @param onChange called when there is more or less untold
   * @param onLeave called when the page is left (`true`), or the element taken out of it
   */
  constructor(host: ChatHost, onChange: () => void, onLeave: (leaving: boolean) => void) {
    this.#host = host;
    this.#onChange = onChange;
    this.#onLeave = onLeave;
    host.addController(this);
  }

  /** Somebody writes: what sends has come by the time that there is something to be told, and can leave with the page. */
  prepare(): void {
    if (this.#host.canSend) void this.#fetch();
  }

  /**
   * @param leaving whether the page is being left, so that there is no time to fetch or to keep anything
   * @returns its `submission_id` where it has arrived
   */
  async report(report: Report, leaving = false): Promise<string | undefined> {
    if (!this.#host.canSend) return undefined;
    if (!this.#send && !leaving) {
      this.untold = [...this.untold, report];
      this.#onChange();
      await this.#fetch();
      this.untold = this.untold.filter((each) => each !== report);
    }
    const sending = this.#send?.(this.#host, report, leaving);
    this.#onChange();
    return sending;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    // A page of an application is left like this; whoever only moves the element puts it back at once.
    setTimeout(() => this.#host.isConnected || this.#onLeave(false));
  }

  /** What could not be sent in this moment is told from the next page. */
  readonly #onPageHide = (): void => {
    if (this.#send) this.#onLeave(true);
  };

  async #fetch(): Promise<void> {
    try {
      this.#send ??= (await this.#host.importReports()).sendReport;
    } catch {
      // The owner does not learn of it.
    }
  }
}
