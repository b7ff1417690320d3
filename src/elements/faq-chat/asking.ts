import { complain } from '../../controllers/complain.js';
import type { Finding } from '../../knowledge/knowledge.js';
import { answerOf } from './answer/from-source.js';
import { parseMarkdown } from './answer/markdown.js';
import { textOf, type AnswerNode } from './answer/node.js';
import type { ChatEngine } from './chat-engine.js';
import type { ChatHost } from './chat-host.js';
import { courtesyOf } from './courtesy.js';
import type { AnswerMessage, ChoicesMessage, VisitorMessage } from './conversation.js';
import { langOf, type ChatEntry } from './entries/entry.js';
import { askRemote } from './remote.js';
import { HarremanFeedbackEvent, HarremanQuestionEvent, type QuestionDetail } from './events.js';

/** How long finding may take before it is said that something happens, in milliseconds. */
const SLOW = 400;

/** From a question to what is said to it. */
export class Asking {
  /** It takes so long that it should be said. */
  searching = false;
  /** What a server has said so far: shown as it comes, and heard when it is whole. */
  draft = '';

  readonly #chat: ChatEngine;
  readonly #host: ChatHost;
  /** The question under way: a later one takes its place. */
  #turn = new AbortController();
  /** The question that was under way when the page was left. */
  #left: VisitorMessage | undefined;

  constructor(chat: ChatEngine, host: ChatHost) {
    this.#chat = chat;
    this.#host = host;
  }

  /** What is under way is not wanted any more. */
  stop(): void {
    this.#turn.abort();
    this.#turn = new AbortController();
    this.draft = '';
    this.#say(false);
  }

  async ask(asked: string): Promise<void> {
    this.#chat.telling.prepare();
    this.giveUp();
    const message = { kind: 'visitor', text: asked, at: Date.now() } as const;
    this.#chat.conversation.add(message);
    this.#chat.handover.close();
    this.#chat.keep();
    await this.find(message);
  }

  /** Answers what was asked, here or on the page before. */
  async find({ text: asked, at }: VisitorMessage): Promise<void> {
    const { telling } = this.#chat;
    this.stop();
    telling.forget(asked, at);
    const turn = this.#turn;
    const slow = setTimeout(() => this.#say(true), SLOW);
    try {
      const finding = await this.#chat.finder.find(asked);
      if (turn.signal.aborted || (await this.#askServer(asked, finding, turn.signal))) return;
      await this.#answer(asked, finding);
    } finally {
      clearTimeout(slow);
      if (!turn.signal.aborted) {
        // The page may have been left meanwhile, and come back.
        telling.forget(asked, at);
        this.#say(false);
      }
    }
  }

  /** The visitor has pressed a question. @param asked what they had written before, if they were asked which they meant */
  async choose(entry: ChatEntry, asked?: string): Promise<void> {
    const { conversation, handover } = this.#chat;
    this.stop();
    this.giveUp();
    conversation.add({ kind: 'visitor', text: entry.question, at: Date.now() });
    handover.close();
    const best = [{ id: entry.id, score: 1 }];
    await this.#show(entry, { question: asked ?? entry.question, score: 1, best, source: 'visitor' });
  }

  /** None of those that the visitor was asked about. */
  async noneOf(choices: ChoicesMessage): Promise<void> {
    this.#chat.conversation.replace(choices, { done: true });
    await this.#fail(unanswered(choices.asked), choices.told);
  }

  /**
   * The visitor goes on, or away, without having said which question they meant, or without waiting for an answer: there was
   * none, and the owner learns of it, once. They may still choose.
   * @param leaving whether the page is being left
   */
  giveUp(leaving = false): void {
    const { conversation } = this.#chat;
    for (const choices of conversation.undecided) {
      conversation.replace(choices, { told: true });
      this.#miss(unanswered(choices.asked), leaving);
    }
    const last = conversation.messages.at(-1);
    // The one that the page was left with is kept, to be told.
    if (last?.kind === 'visitor' && last !== this.#left)
      this.#miss(unanswered(last.text, 'entries'), leaving);
  }

  /** The page is left (`leaving`), or the chat taken out of it. */
  leave(leaving: boolean): void {
    const { conversation, telling } = this.#chat;
    const last = conversation.messages.at(-1);
    // The next page answers it, if this tab has one.
    if (last?.kind === 'visitor' && last !== this.#left) {
      this.#left = last;
      if (this.#tell(unanswered(last.text, 'entries'))) telling.keep(last.text, last.at);
    }
    if (conversation.undecided.length === 0) return;
    this.giveUp(leaving);
    this.#chat.keep();
  }

  /** The visitor has said whether an answer helped. One that didn't leads to a person. */
  judge(answer: AnswerMessage, helpful: boolean): void {
    const { asked, entry } = answer;
    this.#chat.conversation.replace(answer, { helpful });
    const detail = { question: asked, helpful, ...(entry && { entry: entry.id }) };
    const isPosted = this.#host.dispatchEvent(new HarremanFeedbackEvent(detail));
    if (isPosted) void this.#chat.telling.report({ ...detail, outcome: 'answered' });
    if (helpful) this.#chat.keep();
    else this.#chat.person({ kind: 'sorry', asked, at: Date.now(), ...(entry && { entry }) });
  }

  /** Where the entries are not sure, or the owner wants it. Returns true where it has answered, or is not wanted any more. */
  async #askServer(
    question: string,
    { kind, confidence: score, best }: Finding,
    signal: AbortSignal,
  ): Promise<boolean> {
    const host = this.#host;
    if (host.answers === undefined || (kind === 'sure' && !host.answersFirst)) return false;
    const { conversation, finder, words } = this.#chat;
    const entries = best.flatMap((match) => {
      const entry = finder.get(match.id);
      return entry ? [{ id: match.id, question: entry.question, score: match.score }] : [];
    });
    const reply = await askRemote(host, { question, locale: words.locale, entries }, signal, (text) => {
      this.draft = text;
      host.requestUpdate();
    });
    if (signal.aborted) return true;
    this.draft = '';
    const named = reply && 'entry' in reply ? reply.entry : undefined;
    const entry = named === undefined ? undefined : finder.get(named);
    if (named !== undefined && !entry)
      complain(
        host,
        'answers',
        host.answers,
        `there is no entry ${JSON.stringify(named)}; the entries answer`,
      );
    const detail = { question, score, best, source: 'server' } as const;
    if (entry) await this.#show(entry, detail);
    else if (reply && 'answer' in reply) {
      const nodes = parseMarkdown(reply.answer, document.baseURI);
      conversation.add({ kind: 'answer', asked: question, nodes, related: [], at: Date.now() });
      this.#tell({ ...detail, outcome: 'answered' });
      this.#chat.keep();
    } else return false;
    return true;
  }

  async #answer(question: string, { kind, confidence: score, best }: Finding): Promise<void> {
    const { conversation, finder } = this.#chat;
    const detail = { question, score, best, source: 'entries' } as const;
    const first = best[0] && finder.get(best[0].id);
    const courtesy = courtesyOf(question, this.#chat.words);
    if (kind === 'sure' && first) await this.#show(first, detail);
    else if (courtesy) {
      conversation.add({ kind: courtesy, at: Date.now() });
      this.#chat.keep();
    } else if (kind === 'unsure') {
      conversation.add({ kind: 'choices', asked: question, choices: finder.choices(best.map(({ id }) => id)), at: Date.now() });
      this.#tell({ ...detail, outcome: 'unsure' });
      this.#chat.keep();
    } else await this.#fail({ ...detail, outcome: 'unanswered' });
  } // prettier-ignore

  /** An entry's answer. One that says nothing is none. */
  async #show(entry: ChatEntry, detail: Omit<QuestionDetail, 'outcome'>): Promise<void> {
    const { conversation, finder } = this.#chat;
    const nodes = answerOf(entry.answer);
    if (!hasContent(nodes)) return this.#fail({ ...detail, outcome: 'unanswered' });
    const lang = langOf(entry);
    const { id, question } = entry;
    const { signal } = this.#turn;
    const related = await finder.related(id);
    if (signal.aborted) return;
    conversation.add({
      kind: 'answer',
      asked: detail.question,
      entry: { id, question },
      nodes,
      related,
      at: Date.now(),
      ...(lang && { lang }),
    });
    this.#tell({ ...detail, outcome: 'answered', entry: id });
    this.#chat.keep();
  }

  /** Nobody knows: it is said, a person is offered, and the owner learns of it. */
  async #fail(detail: QuestionDetail, isTold = false): Promise<void> {
    const { question } = detail;
    this.#chat.person({ kind: 'unknown', asked: question, at: Date.now() });
    if (isTold || !this.#tell(detail)) return;
    const id = await this.#chat.telling.report({ question, outcome: 'unanswered' });
    if (id) this.#chat.handover.follows(id);
  }

  #miss(detail: QuestionDetail, leaving: boolean): void {
    const report = { question: detail.question, outcome: 'unanswered' } as const;
    if (this.#tell(detail)) void this.#chat.telling.report(report, leaving);
  }

  /** Returns false where a listener wants nothing posted. */
  #tell(detail: QuestionDetail): boolean {
    return this.#host.dispatchEvent(new HarremanQuestionEvent(detail));
  }

  #say(searching: boolean): void {
    if (this.searching === searching) return;
    this.searching = searching;
    this.#host.requestUpdate();
  }
}

const unanswered = (question: string, source: QuestionDetail['source'] = 'visitor'): QuestionDetail => ({
  question,
  outcome: 'unanswered',
  score: 0,
  best: [],
  source,
});

const hasContent = (nodes: readonly AnswerNode[]): boolean => textOf(nodes) !== '';
