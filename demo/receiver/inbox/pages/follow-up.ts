import { html } from 'hono/html';
import type { FollowUp } from '../../store/surveys.js';
import { valueLabel, widgetLabel } from '../labels.js';
import type { InboxWords } from '../words/words.js';
import type { Html } from './layout.js';

/** A message that follows, with how it stands. */
export const followUpLink = (words: InboxWords, { id, widget, topic, reference, state }: FollowUp): Html =>
  html`<span class="follow-up"
    ><a href="/inbox/${id}">${topic ? valueLabel(words, topic) : widgetLabel(words, widget)} ${reference}</a>
    (${words.text.labels.statesWithin[state]})</span
  >`;
