import { html } from 'hono/html';
import type { FaqEntry } from '../../store/faq.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';

export interface UndoOptions {
  /** As it is now, and was made by what is to be undone. */
  readonly entry: Pick<FaqEntry, 'key' | 'version'>;
  /** The question to come back to. */
  readonly back?: string | undefined;
}

/** A button that takes the last change of an entry back. */
export const undoForm = (
  { entry, back }: UndoOptions,
  { words, session }: Pick<Frame, 'words' | 'session'>,
  text = words.text.frame.undo,
): Html =>
  html`<form method="post" action="/inbox/faq/${entry.key}/undo">
    ${csrfField(session)} <input type="hidden" name="version" value="${entry.version}" />
    ${back && html`<input type="hidden" name="back" value="${back}" />`}
    <button>${text}</button>
  </form>`;
