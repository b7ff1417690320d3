import { configure, userEvent, waitFor } from 'storybook/test';

/** A machine that builds and tests at once is slow. And what went wrong is a sentence, without the page's whole HTML. */
configure({ asyncUtilTimeout: 8000, getElementError: (message) => new Error(message ?? '') });

const FORMS = 'harreman-satisfaction-survey, harreman-contact-form, harreman-appointment-request';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * A visitor, who does in a story what people do: everything by pointer and keyboard, nothing through the element's
 * insides. Controls are found by what the kit promises to keep: their names on the wire, and the parts.
 */
export class Visitor {
  readonly form: HTMLElement;

  private constructor(form: HTMLElement) {
    this.form = form;
  }

  /** Resolves once the form can be used. */
  static async at(page: ParentNode): Promise<Visitor> {
    const form = await found(FORMS, () => page.querySelector<HTMLElement>(FORMS));
    const visitor = new Visitor(form);
    await visitor.sees('submit-button');
    return visitor;
  }

  /** Writes into fields, or chooses one of their options, by wire name. */
  async fills(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const control = await this.control(name);
      if (control.type === 'radio' || control.type === 'checkbox')
        await userEvent.click(await this.finds(`[name="${name}"][value="${value}"]`));
      else if (control.localName === 'select') await userEvent.selectOptions(control, value);
      else await userEvent.type(control, value, { delay: null });
    }
  }

  async chooses(name: string, ...files: File[]): Promise<void> {
    await userEvent.upload(await this.control(name), files);
  }

  /** Writes a date. Its field has no name, since what is sent is a time. */
  async writesDay(text: string): Promise<void> {
    const field = await this.finds<HTMLInputElement>('#day');
    await userEvent.type(field, text, { delay: null });
    // Within a shadow root nobody hears from `userEvent` that a field is left.
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Presses the button that sends, or goes on to the next step. */
  async sends(): Promise<void> {
    await this.presses('submit-button');
  }

  /** Presses the first control of a part. */
  async presses(part: string): Promise<void> {
    const element = await this.sees(part);
    await userEvent.click(
      element.matches('button,a')
        ? element
        : await found(`a button or link in ${part}`, () => element.querySelector('button,a')),
    );
  }

  /** Waits for a part to be there. */
  sees(part: string): Promise<HTMLElement> {
    return this.finds(`[part~="${part}"]`);
  }

  control(name: string): Promise<Control> {
    return this.finds<Control>(`[name="${name}"]`);
  }

  /**
   * Waits until the part, or its heading, has the focus: those who can't see are taken where they are needed. It is
   * looked for anew each time, since the next step has one of the same name.
   */
  async isTakenTo(part: string): Promise<HTMLElement> {
    let element = await this.sees(part);
    await waitFor(() => {
      element = this.form.shadowRoot!.querySelector<HTMLElement>(`[part~="${part}"]`) ?? element;
      const at = this.form.shadowRoot!.activeElement;
      if (!element.contains(at)) throw new Error(`Not taken to ${part}, but to ${placeOf(at)}`);
    });
    return element;
  }

  /** Waits for what has neither a part nor a name. */
  finds<E extends HTMLElement = HTMLElement>(selector: string): Promise<E> {
    return found(selector, () => this.form.shadowRoot?.querySelector<E>(selector));
  }
}

/** Where the focus is, for a message. */
const placeOf = (at: Element | null): string =>
  at ? `${at.localName} ${at.id || at.getAttribute('part') || at.getAttribute('name')}` : 'nothing';

/** Waits for something to be there. */
export const found = <E>(what: string, find: (what: string) => E | null | undefined): Promise<E> =>
  waitFor(() => {
    const element = find(what);
    if (!element) throw new Error(`Not there: ${what}`);
    return element;
  });

/** What somebody writes who asks a question. */
export const QUESTION = {
  topic: 'question',
  name: 'Ane Etxeberria',
  email: 'ane@example.com',
  message: 'Do you also clean windows on the third floor, and what would two hours cost?',
};
