import type { Field } from '../../../controllers/field.js';
import type { FormValues } from '../../../controllers/form-values.js';
import type { FieldProblem } from '../../../controllers/problems.js';
import { colonOf } from '../../../localization/colon.js';
import type { Localization } from '../../../localization/localization.js';
import type { FieldExtras } from './question.js';

type Words = Localization<'satisfaction-survey'>;

/** How many answers are chosen where several may be, before the last change of each question. */
export class Choices {
  readonly #extras: ReadonlyMap<string, FieldExtras>;
  readonly #before = new Map<string, readonly string[]>();

  constructor(extras: ReadonlyMap<string, FieldExtras>) {
    this.#extras = extras;
  }

  /**
   * An answer that goes with no other was ticked, or another beside it: the older of the two goes. Never silently.
   * @returns what is to be said, if anything was changed
   */
  settle(field: Field, form: FormValues, words: Words): string | undefined {
    const exclusive = this.#extras.get(field.name)?.exclusive ?? [];
    const now = form.value(field);
    if (!exclusive.length || typeof now === 'string') return undefined;
    const before = this.#before.get(field.name) ?? [];
    const added = now.filter((value) => !before.includes(value));
    const kept = added.find((value) => exclusive.includes(value));
    const rest = kept ? [kept] : added.length ? now.filter((value) => !exclusive.includes(value)) : now;
    this.#before.set(field.name, rest);
    if (rest.length === now.length) return undefined;
    form.set(field.name, rest, true);
    if (kept) return words.text('exclusiveKept');
    const gone = now.find((value) => !rest.includes(value));
    const label = field.options?.find(({ value }) => value === gone)?.label ?? '';
    return words.text('exclusiveDropped', { label });
  }

  /** Too many, or too few where there are any. Nothing is disabled: it is said when the visitor goes on. */
  problem(field: Field, form: FormValues, words: Words): FieldProblem | undefined {
    const { most = Infinity, least = 0 } = this.#extras.get(field.name) ?? {};
    const { length } = form.value(field);
    if (field.type !== 'checkboxes' || length === 0) return undefined;
    const wanted = (text: string) => ({ message: text.replace(/\.$/, colonOf(words)) + field.label });
    if (length > most) return wanted(words.plural('chooseUpTo', most));
    return length < least ? wanted(words.plural('chooseAtLeast', least)) : undefined;
  }

  /** What is said beneath the question of how many there may be. */
  hint(field: Field, words: Words): string | undefined {
    const { most, least } = this.#extras.get(field.name) ?? {};
    const texts = [
      field.hint,
      least !== undefined && words.plural('chooseAtLeast', least),
      most !== undefined && words.plural('chooseUpTo', most),
    ];
    return texts.filter(Boolean).join(' ') || undefined;
  }
}
