import type { AnswerNode } from './answer/node.js';
import type { Courtesy } from './courtesy.js';

/** A question that can be pressed. */
export interface Choice {
  readonly id: string;
  readonly question: string;
  /** BCP 47 tag, where it is known. */
  readonly lang?: string | undefined;
}

interface Said {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface VisitorMessage extends Said {
  readonly kind: 'visitor';
  readonly text: string;
}

export interface AnswerMessage extends Said {
  readonly kind: 'answer';
  /** What was asked, as written. */
  readonly asked: string;
  /** The entry, where it is one of the owner's; a server's own answer has none. */
  readonly entry?: Choice;
  readonly nodes: readonly AnswerNode[];
  /** BCP 47 tag, where it is known. */
  readonly lang?: string;
  readonly related: readonly Choice[];
  readonly helpful?: boolean;
}

/** "Did you mean": one of these may be it. */
export interface ChoicesMessage extends Said {
  readonly kind: 'choices';
  readonly asked: string;
  readonly choices: readonly Choice[];
  /** The visitor has chosen, or said that it is none of them. */
  readonly done?: boolean;
  /** The owner has been told that none was chosen. */
  readonly told?: boolean;
}

/** Nobody has an answer; the visitor said that it did not help; or they want a person. */
export interface PersonMessage extends Said {
  readonly kind: 'unknown' | 'sorry' | 'person';
  /** What the person is to be told. */
  readonly asked: string;
  readonly entry?: Choice;
}

/** The visitor has greeted, or said thanks, and asked nothing. */
export interface CourtesyMessage extends Said {
  readonly kind: Courtesy;
}

export type Message = VisitorMessage | AnswerMessage | ChoicesMessage | PersonMessage | CourtesyMessage;

/** Messages that are kept over a change of page; before those, nobody reads any more. */
const MOST_MESSAGES = 60;

/** What was said, oldest first. Messages are replaced, never changed. */
export class Conversation {
  messages: readonly Message[];

  constructor(messages: readonly Message[] = []) {
    this.messages = messages;
  }

  add(message: Message): void {
    this.messages = [...this.messages, message].slice(-MOST_MESSAGES);
  }

  replace<M extends Message>(message: M, change: Partial<M>): void {
    this.messages = this.messages.map((each) => (each === message ? { ...message, ...change } : each));
  }

  /** What was asked last and has no good answer: what a person is to be told. */
  get open(): PersonMessage | undefined {
    return this.messages.findLast((message): message is PersonMessage =>
      /^(unknown|sorry|person)$/.test(message.kind),
    );
  }

  /** "Did you mean" that nobody has answered, nor told the owner of. */
  get undecided(): readonly ChoicesMessage[] {
    return this.messages.filter(
      (message): message is ChoicesMessage => message.kind === 'choices' && !message.done && !message.told,
    );
  }

  /** The last question, as written. */
  get asked(): string {
    const last = this.messages.findLast(
      ({ kind }, place, all) => kind === 'visitor' && !/^(greeted|thanked)$/.test(all[place + 1]?.kind ?? ''),
    );
    return last?.kind === 'visitor' ? last.text : '';
  }
}
