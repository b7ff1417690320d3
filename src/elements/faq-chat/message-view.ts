import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';
import type { AnswerNode } from './answer/node.js';
import { showAnswer } from './answer/show.js';
import type { AnswerMessage, Choice, ChoicesMessage, Message } from './conversation.js';

/** What messages are shown with, and what can be pressed in them. */
export interface MessageContext {
  readonly words: Localization<'faq-chat'>;
  readonly level: number;
  /** Whether there is any way to a person. */
  readonly leadsOn: boolean;
  /** A moment as a clock shows it; empty until it can be written. */
  readonly time: (at: number) => string;
  readonly choose: (choice: Choice, of?: ChoicesMessage) => void;
  readonly noneOf: (message: ChoicesMessage) => void;
  readonly judge: (message: AnswerMessage, helpful: boolean) => void;
}

/** One message: who said it and when are text, not only a side and a colour (WCAG 2.2, 1.4.1). */
export const messageTemplate = (message: Message, context: MessageContext): TemplateResult => {
  const { words } = context;
  const isVisitor = message.kind === 'visitor';
  const time = context.time(message.at);
  return html`<li class="message ${isVisitor ? 'visitor' : ''}" part="message ${isVisitor ? 'visitor' : 'assistant'}-message">
    <span class="visually-hidden">${words.text(isVisitor ? 'youSaid' : 'assistantSaid')}</span>
    ${contentTemplate(message, context)}
    ${time ? html`<time class="hint" datetime=${new Date(message.at).toISOString()}>${time}</time>` : nothing}
  </li>`;
}; // prettier-ignore

const contentTemplate = (message: Message, context: MessageContext): TemplateResult => {
  const { words, leadsOn } = context;
  switch (message.kind) {
    case 'visitor':
      return html`<p class="said" dir="auto">${message.text}</p>`;
    case 'answer':
      return answerTemplate(message, context);
    case 'choices':
      return choicesTemplate(message, context);
    case 'unknown':
      return html`<p>${words.text('unknown')} ${words.text(leadsOn ? 'whatNow' : 'inOtherWords')}</p>`;
    case 'sorry':
      return html`<p>${words.text(leadsOn ? 'sorry' : 'unknown')}</p>`;
    default:
      return html`<p>${words.text(message.kind)}</p>`;
  }
};

const answerTemplate = (message: AnswerMessage, context: MessageContext): TemplateResult => {
  const { words, level, judge, choose } = context;
  const { nodes, related, helpful, asked, entry, lang } = message;
  const question = entry?.question ?? asked;
  return html`<div class="answer" part="answer" lang=${lang ?? nothing} dir="auto">${shown(nodes, level, words.text('newTab'))}</div>
    <div class="feedback" part="feedback">
      <span>${words.text('didHelp')}</span>
      ${[true, false].map(
        (yes) =>
          html`<button type="button" class="small" aria-pressed=${helpful === yes} aria-disabled=${helpful !== undefined}
            aria-label=${words.text(yes ? 'helpedBy' : 'notHelpedBy', { question })}
            @click=${() => helpful === undefined && judge(message, yes)}>${words.text(yes ? 'yes' : 'no')}</button>`,
      )}
      ${helpful ? html`<span>${words.text('feedbackThanks')}</span>` : nothing}
    </div>
    ${
      related.length
        ? html`<p class="hint">${words.text('related')}</p>
          ${listTemplate(related, (choice) => choose(choice))}`
        : nothing
    }`;
}; // prettier-ignore

const elements = new WeakMap<readonly AnswerNode[], { readonly level: number; readonly element: Element }>();

/** Once an answer is shown its nodes stay, so that it is heard once and what is selected in it stays so. */
const shown = (nodes: readonly AnswerNode[], level: number, newTab: string): Element => {
  const before = elements.get(nodes);
  if (before?.level === level) return before.element;
  const element = document.createElement('div');
  element.append(showAnswer(nodes, { level, newTab }));
  elements.set(nodes, { level, element });
  return element;
};

const choicesTemplate = (message: ChoicesMessage, { words, choose, noneOf }: MessageContext): TemplateResult =>
  html`<p>${words.text('didYouMean')}</p>
    ${listTemplate(message.choices, (choice) => choose(choice, message), message.done)}
    <button type="button" class="link" part="suggestion" aria-disabled=${message.done ?? false}
      @click=${() => !message.done && noneOf(message)}>${words.text('noneOfThese')}</button>`; // prettier-ignore

const listTemplate = (choices: readonly Choice[], press: (choice: Choice) => void, done = false): TemplateResult =>
  html`<ul class="choices">
    ${choices.map((choice) => html`<li><button type="button" part="suggestion" lang=${choice.lang ?? nothing} dir="auto" aria-disabled=${done} @click=${() => !done && press(choice)}>${choice.question}</button></li>`)}
  </ul>`; // prettier-ignore
