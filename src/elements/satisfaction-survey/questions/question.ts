import type { Field, FieldGroup } from '../../../controllers/field.js';
import type { SurveyLook } from '../../../submission/survey-scales.js';
import type { Condition } from '../../../validation/condition.js';

/** A question of the owner's: one field, or several that belong together. */
export interface Question {
  readonly entry: Field | FieldGroup;
  /** When it is asked; always where there is none. */
  readonly when: Condition | undefined;
  /** What the HTML says of single fields besides what any form's does, by their names. */
  readonly extras: ReadonlyMap<string, FieldExtras>;
}

export interface FieldExtras {
  /** When this field of a question is asked. */
  readonly when: Condition | undefined;
  /** How many answers may be chosen, and must be where any is. */
  readonly most: number | undefined;
  readonly least: number | undefined;
  /** Answers that go with no other. */
  readonly exclusive: readonly string[];
  /** A scale: how its answers look. */
  readonly look: SurveyLook | undefined;
}

const KIT_NAMES = ['score', 'comment', 'name', 'email', 'phone'];

/** The wire field of an owner's control: the kit's own names stand, any other is an answer. */
export const wireName = (name: string): string => {
  const plain = name.replace(/\[\]$/, '');
  return KIT_NAMES.includes(plain) || plain.startsWith('answer_') ? plain : `answer_${plain}`;
};
