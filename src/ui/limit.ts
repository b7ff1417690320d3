import { html, type TemplateResult } from 'lit';
import { countCharacters } from '../validation/text.js';
import type { Words } from './words.js';

/** Once no more than this part of it is left, the visitor is told how much. */
const LITTLE = 0.2;

/** What is left of a limit, if it is worth saying. */
export const limitText = (words: Words, maxLength: number, text: string): string | undefined => {
  const left = maxLength - countCharacters(text);
  if (left > maxLength * LITTLE) return undefined;
  return left < 0 ? words.plural('charactersOver', -left) : words.plural('charactersLeft', left);
};

/** The running count. It describes the field, too; those who listen hear it when they pause (GOV.UK, Character count). */
export const limitTemplate = (words: Words, maxLength: number, text: string, id: string): TemplateResult => {
  const shown = limitText(words, maxLength, text);
  return html`<p class=${countCharacters(text) > maxLength ? 'error' : 'hint'} id="${id}-limit" ?hidden=${!shown}>${shown}</p>`;
}; // prettier-ignore
