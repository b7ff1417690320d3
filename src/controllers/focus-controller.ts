import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Control, FormValues } from './form-values.js';

/**
 * Keeps the visitor where they are while fields come and go around them: a rendering that gives a control's place to
 * another takes its focus and cursor away.
 */
export class FocusController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #form: FormValues;
  #at:
    | {
        readonly control: Control;
        readonly name: string;
        readonly range: readonly [number, number] | undefined;
      }
    | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, form: FormValues) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostUpdate(): void {
    const control = this.#host.shadowRoot?.activeElement as Control | null | undefined;
    this.#at = control?.name ? { control, name: control.name, range: rangeOf(control) } : undefined;
  }

  hostUpdated(): void {
    const at = this.#at;
    if (!at || (at.control.isConnected && at.control.name === at.name)) return;
    const control = this.#form.control(at.name) as Control | undefined;
    control?.focus({ preventScroll: true });
    if (at.range && control && 'setSelectionRange' in control) control.setSelectionRange(...at.range);
  }
}

/** Kinds of input without a cursor say `null`. */
const rangeOf = (control: Control): readonly [number, number] | undefined =>
  'selectionStart' in control && control.selectionStart !== null
    ? [control.selectionStart, control.selectionEnd ?? control.selectionStart]
    : undefined;
