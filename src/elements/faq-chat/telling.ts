import type { ReactiveController } from 'lit';
import { complain } from '../../controllers/complain.js';
import { mintSubmissionId } from '../../submission/submission-id.js';
import { targetOf } from '../../ui/target.js';
import type { ChatHost } from './chat-host.js';
import { readableAddress } from './fetch-json.js';
import type { Report, sendReport } from './reports.js';
import { signsOf } from './signs.js';
import { claim, forget, keepReport, untoldTo, type Untold } from './untold.js';

/** Tells the endpoint, if there is one, what was asked and had no good answer. No visitor waits for it. */
export class Telling implements ReactiveController {
  readonly #host: ChatHost;
  readonly #onLeave: (leaving: boolean) => void;
  #send: typeof sendReport | undefined;

  /** @param onLeave called when the page is left (`true`), or the element taken out of it */
  constructor(host: ChatHost, onLeave: (leaving: boolean) => void) {
    this.#host = host;
    this.#onLeave = onLeave;
    host.addController(this);
  }

  /** Somebody writes: what sends has come by the time that there is something to be told, and can leave with the page. */
  prepare(): void {
    if (this.#host.canSend) void this.#fetch();
  }

  /**
   * What can't be sent in this moment is kept on the device until it is: the page and its tab may be closed.
   * @param leaving whether the page is being left, so that there is no time to fetch anything, or to try again
   * @returns its `submission_id` where it has arrived
   */
  async report(report: Report, leaving = false): Promise<string | undefined> {
    const host = this.#host;
    if (!host.canSend) return undefined;
    const untold = this.#untold(report, Date.now());
    if (this.#send && !(leaving && !navigator.onLine)) return this.#tell(untold, leaving);
    const isKept = host.mayPersist && keepReport(untold);
    if (leaving) return undefined;
    await this.#fetch();
    return this.#send && isKept && !claim(untold) ? undefined : this.#tell(untold);
  }

  /** For the next visit: the page is left before it is known what there is to be told of a question. */
  keep(question: string, at: number): void {
    const host = this.#host;
    if (host.canSend && host.mayPersist) keepReport(this.#untold({ question, outcome: 'unanswered' }, at));
  }

  /** The question that was asked then is being answered after all. */
  forget(question: string, at: number): void {
    forget((untold) => untold.at === at && untold.report.question === question);
  }

  /** Tells what an earlier page could not. */
  async tellKept(): Promise<void> {
    const host = this.#host;
    if (!host.mayPersist || !host.canSend) return;
    const kept = untoldTo(this.#address);
    if (kept.length === 0) return;
    await this.#fetch();
    for (const each of kept) if (this.#send && claim(each)) void this.#tell(each);
  }

  /** What is kept of it goes once it has been told, or its outbox has it. Where it provably did not leave, it stays. */
  async #tell(untold: Untold, leaving = false): Promise<string | undefined> {
    const { id, report, taken } = untold;
    const outcome = await this.#send?.(this.#host, report, leaving, untold, taken !== undefined);
    // Nobody else sees that what visitors ask is lost.
    if (outcome?.state === 'failed' && outcome.reason === 'blocked')
      complain(this.#host, 'endpoint', untold.to, outcome.diagnosis);
    if (outcome && !(outcome.state === 'failed' && outcome.arrived === 'no'))
      forget((each) => each.id === id);
    return outcome?.state === 'sent' ? id : undefined;
  }

  #untold(report: Report, at: number): Untold {
    const host = this.#host;
    const { locale } = host.language.current!;
    return { id: mintSubmissionId(), at, to: this.#address, report, locale, signs: signsOf(host) };
  }

  /** The same on all pages of the site; empty where an owner's own transport has no address. */
  get #address(): string {
    const { endpoint } = targetOf(this.#host);
    return readableAddress(endpoint)?.href ?? endpoint;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    // A page of an application is left like this; whoever only moves the element puts it back at once.
    setTimeout(() => this.#host.isConnected || this.#onLeave(false));
  }

  readonly #onPageHide = (): void => this.#onLeave(true);

  async #fetch(): Promise<void> {
    try {
      this.#send ??= (await this.#host.importReports()).sendReport;
    } catch {
      // The owner does not learn of it.
    }
  }
}
