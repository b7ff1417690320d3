import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { checkField, type FieldValue } from '../validation/field.js';
import type { Problem } from '../validation/problem.js';
import type { Field } from './field.js';

/** A rule's finding, or the words of an endpoint. */
export type FieldProblem = Problem | { readonly message: string };

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the controller needs of its element. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  /** The fields that the visitor sees now, in their order. */
  readonly fields: readonly Field[];
}

/**
 * Values and problems of a form's fields.
 *
 * Values outlive the controls that show them: a field that is hidden and shown again has what was written in it.
 * The controls have the last word ({@link read}), since a page script may have kept an `input` event from us.
 */
export class FormController implements ReactiveController {
  /** Whether sending was tried: from then on, problems are looked for as the visitor mends. */
  attempted = false;

  #host: FormHost;
  #values = new Map<string, FieldValue>();
  #edited = new Set<string>();
  #problems = new Map<string, FieldProblem>();
  #remarks: readonly string[] = [];
  #malformed = new Set<string>();

  constructor(host: FormHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Values stay while the element is moved about.
  }

  value(field: Field): FieldValue {
    return this.#values.get(field.name) ?? field.value ?? (field.type === 'checkboxes' ? [] : '');
  }

  text(name: string): string {
    const value = this.#values.get(name) ?? this.#host.fields.find((field) => field.name === name)?.value;
    return typeof value === 'string' ? value : '';
  }

  /** Every value that was written or set, by name; of hidden fields too. */
  get written(): ReadonlyMap<string, FieldValue> {
    return this.#values;
  }

  /** Whether the visitor has written or chosen anything. */
  get edited(): boolean {
    return this.#edited.size > 0;
  }

  /** Sets a value from outside. What the visitor has written stays, unless `force` (a draft of their own). */
  set(name: string, value: FieldValue, force = false): void {
    if (this.#edited.has(name) && !force) return;
    this.#values.set(name, value);
    if (force) this.#edited.add(name);
    this.#host.requestUpdate();
  }

  /** Takes over what the control of an event says. Returns the field's name if it has one. */
  take(target: EventTarget | null): string | undefined {
    const name = isControl(target) ? target.name : '';
    const field = this.#host.fields.find((candidate) => candidate.name === name);
    if (!field || field.type === 'file') return undefined;
    this.#readField(field);
    this.#edited.add(name);
    // Mended as they type: the message goes at once, a new one waits until they leave the field.
    if (this.#problems.has(name) && !this.#find(field)) this.#problems.delete(name);
    this.#host.requestUpdate();
    return name;
  }

  /** Looks at one field again, when the visitor leaves it. */
  recheck(target: EventTarget | null): void {
    const field = isControl(target) && this.#host.fields.find(({ name }) => name === target.name);
    if (!this.attempted || !field || field.type === 'file') return;
    this.#readField(field);
    this.#note(field);
    this.#host.requestUpdate();
  }

  /** Takes over what all controls say now. */
  read(): void {
    for (const field of this.#host.fields) this.#readField(field);
  }

  /** Looks for problems in every field that is shown; true if there are none. */
  validate(extra: ReadonlyMap<string, FieldProblem> = new Map()): boolean {
    this.attempted = true;
    this.#problems.clear();
    this.#remarks = [];
    for (const field of this.#host.fields) this.#note(field);
    for (const [name, problem] of extra) this.#problems.set(name, problem);
    this.#host.requestUpdate();
    return this.#problems.size === 0;
  }

  problem(name: string): FieldProblem | undefined {
    return this.#problems.get(name);
  }

  /** Sets or takes back the problem of one field that the rules don't know (a file, two fields together). */
  setProblem(name: string, problem: FieldProblem | undefined): void {
    if (problem) this.#problems.set(name, problem);
    else this.#problems.delete(name);
    this.#host.requestUpdate();
  }

  /** Problems in the order of the fields. */
  get problems(): readonly (readonly [field: Field, problem: FieldProblem])[] {
    return this.#host.fields.flatMap((field) => {
      const problem = this.#problems.get(field.name);
      return problem ? [[field, problem] as const] : [];
    });
  }

  /** What an endpoint said that belongs to no field. */
  get remarks(): readonly string[] {
    return this.#remarks;
  }

  /** What an endpoint found wrong; a name that is no field of this form goes to the remarks. */
  reject(errors: readonly { readonly field?: string; readonly message: string }[]): void {
    this.attempted = true;
    const remarks: string[] = [];
    for (const { field, message } of errors) {
      if (field !== undefined && this.#host.fields.some(({ name }) => name === field))
        this.#problems.set(field, { message });
      else remarks.push(message);
    }
    this.#remarks = remarks;
    this.#host.requestUpdate();
  }

  reset(): void {
    this.#values.clear();
    this.#edited.clear();
    this.#problems.clear();
    this.#malformed.clear();
    this.#remarks = [];
    this.attempted = false;
    this.#host.requestUpdate();
  }

  /** The control, or the first control of the group, that stands for a field. */
  control(name: string): HTMLElement | undefined {
    return this.#controls(name)[0];
  }

  #controls(name: string): Control[] {
    // Never `form.elements`: a control named "elements" stands in front of it.
    return [...(this.#host.shadowRoot?.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`) ?? [])];
  }

  #find(field: Field): FieldProblem | undefined {
    if (!this.#malformed.has(field.name)) return checkField(field, this.value(field));
    return { key: field.type === 'number' ? 'valueInvalid' : 'dateInvalid' };
  }

  #note(field: Field): void {
    const problem = field.type === 'file' ? this.#problems.get(field.name) : this.#find(field);
    if (problem) this.#problems.set(field.name, problem);
    else this.#problems.delete(field.name);
  }

  #readField(field: Field): void {
    const controls = this.#controls(field.name);
    const [control] = controls;
    if (!control || field.type === 'file') return;
    const ticked = controls.filter((box) => (box as HTMLInputElement).checked).map(({ value }) => value);
    const value =
      field.type === 'checkboxes'
        ? ticked
        : /^(radio|checkbox)$/.test(field.type)
          ? (ticked[0] ?? '')
          : control.value;
    if (value !== this.value(field)) this.#values.set(field.name, value);
    // Half a date, letters in a number: the control shows something and its value is empty.
    if (control.validity.badInput) this.#malformed.add(field.name);
    else this.#malformed.delete(field.name);
  }
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;
