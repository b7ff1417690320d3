import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { checkEndpoint } from '../delivery/endpoint.js';
import type { OutboxEntry } from '../delivery/outbox/entry.js';
import type { Outbox, OutboxNews } from '../delivery/outbox/outbox.js';
import { draftKey } from './draft-key.js';
import { addPlace, pageOutbox } from './page-outbox.js';

/** What the controller needs of its element. */
export interface OutboxHost extends ReactiveControllerHost, HTMLElement {
  /** The widget's name on the wire. */
  readonly wireName: string;
}

/** The widgets of the page that can tell, those that came first in front. */
const tellers = new Set<OutboxController>();

/**
 * Tells what has become of submissions that were kept on this device. Each is told by one widget of the page: the
 * one it was written in, else one of its kind, else the first. What a form itself shows, it tells alone.
 */
export class OutboxController implements ReactiveController {
  readonly outbox: Outbox = pageOutbox();
  /** Page and element, as an entry remembers them. */
  readonly place: string;

  #host: OutboxHost;
  #endpoint: () => string;
  #ownId: () => string | undefined;
  #onNews: (news: OutboxNews) => void;
  #stop: (() => void)[] = [];
  /** Told here and not yet put away by the visitor. */
  #told = new Set<string>();
  /** Told as waiting, and so told on while they are being sent. */
  #seen = new Set<string>();

  /** `ownId` is the submission that the form shows itself; `endpoint` where it sends to now, as written. */
  constructor(
    host: OutboxHost,
    endpoint: () => string,
    ownId: () => string | undefined,
    onNews: (news: OutboxNews) => void,
  ) {
    this.#host = host;
    this.#endpoint = endpoint;
    this.#ownId = ownId;
    this.#onNews = onNews;
    this.place = draftKey(host);
    host.addController(this);
  }

  hostConnected(): void {
    tellers.add(this);
    this.#stop = [
      addPlace(this.place, () => {
        const url = checkEndpoint(this.#endpoint(), location.href);
        return typeof url === 'string' ? undefined : url.href;
      }),
      this.outbox.listen((news) => {
        if (news) this.#onNews(news);
        this.#host.requestUpdate();
      }),
    ];
  }

  hostDisconnected(): void {
    tellers.delete(this);
    for (const stop of this.#stop) stop();
  }

  hostUpdated(): void {
    for (const { id } of this.notices) this.#seen.add(id);
    if (document.visibilityState !== 'visible') return;
    const untold = this.outbox.entries.filter(({ state, told }) => state === 'sent' && !told);
    const noticed = this.notices.filter((entry) => untold.includes(entry));
    for (const { id } of noticed) this.#told.add(id);
    // The form tells of its own at its end.
    const shown = untold.filter(({ id }) => id === this.#ownId());
    const told = [...noticed, ...shown].map(({ id }) => id);
    if (told.length) void this.outbox.tell(told);
  }

  /** What this element has to tell, oldest first. */
  get notices(): readonly OutboxEntry[] {
    return this.outbox.entries.filter(
      (entry) => this.#isTold(entry) && OutboxController.#tellerOf(entry) === this,
    );
  }

  /** Tells that one was sent though it was told before: nobody can have read it. */
  tellAgain(id: string): void {
    this.#told.add(id);
    this.#host.requestUpdate();
  }

  /** The visitor has read that it was sent. */
  close(id: string): void {
    this.#told.delete(id);
    this.#host.requestUpdate();
  }

  #isTold({ id, state, told, quiet }: OutboxEntry): boolean {
    if (quiet) return false;
    if (state === 'sent') return !told || this.#told.has(id);
    // What is just being sent, here or on another page, is soon told otherwise.
    return state !== 'sending' || this.#seen.has(id);
  }

  static #tellerOf(entry: OutboxEntry): OutboxController | undefined {
    const all = [...tellers];
    if (all.some((teller) => teller.#ownId() === entry.id)) return undefined;
    return (
      all.find(({ place }) => place === entry.place) ??
      all.find((teller) => teller.#host.wireName === entry.widget) ??
      all[0]
    );
  }
}
