import { checkField } from '../validation/field.js';
import type { Problem } from '../validation/problem.js';
import type { Field } from './field.js';
import type { FormValues, FormHost } from './form-values.js';

/** A rule's finding, or the words of an endpoint. */
export type FieldProblem = Problem | { readonly message: string };

/** A problem, and the name of its field. */
export type NamedProblem = readonly [name: string, problem: FieldProblem];

/**
 * What is wrong with a form. Problems are looked for when the visitor sends; from then on each goes as soon as it
 * is mended, and a new one is noted when the visitor leaves the field, never in the middle of a word (GOV.UK).
 */
export class Problems {
  /** What an endpoint said that belongs to no field of this form. */
  remarks: readonly string[] = [];

  #host: FormHost;
  #form: FormValues;
  /** With a place for each field of the last look, so that the others stay where they are when one is mended, or comes in between. */
  #problems = new Map<string, FieldProblem | undefined>();
  #attempted = false;

  constructor(host: FormHost, form: FormValues) {
    this.#host = host;
    this.#form = form;
  }

  get(name: string): FieldProblem | undefined {
    return this.#problems.get(name);
  }

  /** The names of what was found wrong, or right, in the order of the fields as they were then. */
  get places(): readonly string[] {
    return [...this.#problems.keys()];
  }

  /** Problems in the order of the fields. */
  get all(): readonly (readonly [field: Field, problem: FieldProblem])[] {
    return this.#host.fields.flatMap((field) => {
      const problem = this.#problems.get(field.name);
      return problem ? [[field, problem] as const] : [];
    });
  }

  /** Whether anything needs the visitor's attention. */
  get any(): boolean {
    return this.remarks.length > 0 || this.all.length > 0;
  }

  /** Looks at these fields; true if there is nothing wrong. `extra` are problems of several fields. */
  validate(extra: Iterable<NamedProblem>, fields: readonly Field[]): boolean {
    this.remarks = [];
    this.#problems = new Map(this.#host.fields.map(({ name }) => [name, this.get(name)]));
    // A file was looked at when it was chosen.
    for (const field of fields) if (!field.files) this.set(field.name, this.#find(field));
    for (const [name, problem] of extra) this.set(name, problem);
    this.#attempted = fields.some(({ name }) => this.get(name));
    this.#host.requestUpdate();
    return !this.#attempted;
  }

  /** The visitor has changed a field: a problem that is mended goes, also of another that is not needed then. */
  mended(field: Field): void {
    for (const [each] of this.all)
      if ((each.name === field.name || (each.oneOf && field.oneOf)) && !each.files && !this.#find(each))
        this.set(each.name, undefined);
  }

  /** The visitor leaves a field. What others than its own rules found, an endpoint say, stays until it is changed. */
  left(field: Field): void {
    const problem = this.#attempted && !field.files && this.#find(field);
    if (problem) this.set(field.name, problem);
  }

  /** Sets or takes back what the rules don't know of: a file, two fields together. */
  set(name: string, problem: FieldProblem | undefined): void {
    this.#problems.set(name, problem);
    this.#host.requestUpdate();
  }

  /** What an endpoint found wrong; a name that is no field of this form becomes a remark. */
  reject(errors: readonly { readonly field?: string | undefined; readonly message: string }[]): void {
    this.#attempted = true;
    const remarks: string[] = [];
    for (const { field, message } of errors) {
      if (field !== undefined && this.#form.field(field)) this.set(field, { message });
      else remarks.push(message);
    }
    this.remarks = remarks;
  }

  reset(): void {
    this.#problems.clear();
    this.#attempted = false;
    this.remarks = [];
  }

  #find(field: Field): FieldProblem | undefined {
    if (!this.#form.malformed.has(field.name)) return checkField(field, this.#form.value(field));
    return { key: field.type === 'number' ? 'valueInvalid' : 'dateInvalid' };
  }
}
