import type { Field, FormEntry } from '../controllers/field.js';
import type { ReplyBy } from '../controllers/reply.js';
import type { FirstWords } from './words.js';

/** Who writes. */
export const nameField = (words: FirstWords): Field => ({
  name: 'name',
  type: 'text',
  label: words.text('name'),
  required: true,
  requiredKey: 'nameRequired',
  autocomplete: 'name',
  half: true,
});

/** Either of two ways to be reached is a group with one explanation; else one is wanted and the other welcome. */
export const contactPlaces = (words: FirstWords, replyBy: ReplyBy): readonly FormEntry[] => {
  const oneOf = replyBy === 'either';
  const way = (name: 'email' | 'phone', type: 'email' | 'tel'): Field => ({
    name,
    type,
    label: words.text(name),
    required: replyBy === name,
    requiredKey: `${name}Required`,
    autocomplete: type,
    half: true,
    oneOf,
  });
  const ways = [way('email', 'email'), way('phone', 'tel')];
  if (!oneOf) return [undefined, ...ways];
  return [{ legend: words.text('eitherContact'), hint: words.text('eitherContactHint'), fields: ways }];
};
