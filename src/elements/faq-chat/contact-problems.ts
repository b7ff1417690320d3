import type { FieldProblem } from '../../controllers/problems.js';
import type { EngineHost } from '../../ui/engine-host.js';

/** Of two ways to be reached one is enough. */
export const contactProblems = ({
  fields,
  form,
}: Pick<EngineHost, 'fields' | 'form'>): ReadonlyMap<string, FieldProblem> => {
  const lacks = (name: string): boolean =>
    fields.some((field) => field.name === name && field.oneOf) && !form.text(name).trim();
  return new Map(lacks('email') && lacks('phone') ? [['email', { key: 'eitherContactRequired' }]] : []);
};
