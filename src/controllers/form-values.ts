import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldValue } from '../validation/field.js';
import { draftKey } from './draft-key.js';
import { CONSENT, type Field } from './field.js';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is needed of its element. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  /** The fields that the visitor sees now, in their order. */
  readonly fields: readonly Field[];
  /** Whether anything may be kept on this device. */
  readonly mayPersist: boolean;
}

/**
 * The values of a form.
 *
 * They outlive the controls that show them: a field that goes and comes back has what was written in it. And the
 * controls have the last word ({@link read}), since a page's script may have kept an `input` event from us.
 */
export class FormValues implements ReactiveController {
  /** Every value that was written or set, by name; of fields that aren't shown too. */
  readonly values = new Map<string, FieldValue>();
  /** Names of the fields that the visitor has changed. */
  readonly edited = new Set<string>();
  /** Names of controls that show something and have no value: half a date, letters in a number. */
  readonly malformed = new Set<string>();
  /** Whether somebody else keeps them on this device: the draft, once it has been fetched. */
  kept?: boolean;

  #host: FormHost;
  /** The text that a control has last been told, or was said to have. */
  #told = new WeakMap<Control, string>();

  constructor(host: FormHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * A control for text is told what has changed, and only where it says something else. What it says and we don't know of
   * is the visitor's. And Chromium moves the cursor of one that is told what it says already, where what is seen in it is
   * not quite that (an address with a space before it).
   */
  hostUpdated(): void {
    for (const { name } of this.#host.fields) {
      const [control] = this.#controls(name);
      const text = this.text(name);
      if (!control?.matches('.control:not(select)') || this.#told.get(control) === text) continue;
      this.#told.set(control, text);
      if (control.value !== text) control.value = text;
    }
  }

  value(field: Field): FieldValue {
    return this.values.get(field.name) ?? field.value ?? (field.type === 'checkboxes' ? [] : '');
  }

  text(name: string): string {
    const value = this.values.get(name) ?? this.field(name)?.value;
    return typeof value === 'string' ? value : '';
  }

  field(name: string): Field | undefined {
    return this.#host.fields.find((field) => field.name === name);
  }

  /**
   * Sets a value from outside. What the visitor has written stays, unless it is their own (`force`). Consent is
   * theirs alone to give.
   */
  set(name: string, value: FieldValue, force = false): void {
    if (name === CONSENT || (this.edited.has(name) && !force)) return;
    this.values.set(name, value);
    if (force) this.edited.add(name);
    this.#host.requestUpdate();
  }

  /** Takes over what a control says after an event. Returns its field, if it is one of the form's. */
  take(target: EventTarget | null): Field | undefined {
    const field = this.field((target as Control).name);
    if (!field || field.files) return undefined;
    this.#readField(field);
    if (!this.edited.size) addEventListener('pagehide', this.#keep, { once: true });
    this.edited.add(field.name);
    this.#host.requestUpdate();
    return field;
  }

  /** Takes over what all controls say now. */
  read(): void {
    for (const field of this.#host.fields) this.#readField(field);
  }

  /** The control, or the first of the group, that stands for a field. */
  control(name: string): HTMLElement | undefined {
    return this.#controls(name)[0];
  }

  reset(): void {
    this.values.clear();
    this.edited.clear();
    this.malformed.clear();
    this.#host.requestUpdate();
  }

  /** The page is left before what keeps drafts has come, on a slow network: kept as it would have been. */
  #keep = (): void => {
    const host = this.#host;
    if (this.kept || !host.mayPersist || !host.isConnected) return;
    try {
      const values = JSON.stringify(Object.fromEntries(this.values));
      localStorage[draftKey(host)] = JSON.stringify({ savedAt: Date.now(), values });
    } catch {
      // A store that is blocked, full or broken costs the draft and nothing else.
    }
  };

  #controls(name: string): Control[] {
    // Never `form.elements`: a control named "elements" stands in front of it. And slots have names, too.
    return [
      ...(this.#host.shadowRoot?.querySelectorAll<Control>(
        `:is(input,select,textarea)[name="${CSS.escape(name)}"]`,
      ) ?? []),
    ];
  }

  #readField(field: Field): void {
    const controls = this.#controls(field.name);
    const [control] = controls;
    if (!control || field.files) return;
    const ticked = controls.filter((box) => (box as HTMLInputElement).checked).map(({ value }) => value);
    const value =
      field.type === 'checkboxes'
        ? ticked
        : /^(radio|checkbox)$/.test(field.type)
          ? (ticked[0] ?? '')
          : control.value;
    if (value !== this.value(field)) this.values.set(field.name, value);
    this.malformed[control.validity.badInput ? 'add' : 'delete'](field.name);
  }
}
