import type { FieldType } from '../validation/field.js';
import { compilePattern } from '../validation/pattern.js';
import { complain } from './complain.js';
import type { Field, Option } from './field.js';

/** What an owner's HTML says: the light DOM of an element, read as its definition. */
export interface Definition {
  /** A whole `<form action method="post">` to take over. */
  readonly form?: TakenOverForm;
  readonly fields: readonly Field[];
  /** Names and values of hidden controls, in document order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** Links to the owner's phone and e-mail: offered where a message can't be sent. */
  readonly contacts: readonly HTMLAnchorElement[];
  /** Text of `<script type="application/json" data-messages>`. */
  readonly messages?: string;
}

export interface TakenOverForm {
  /** The address the form would go to without the script, resolved as the browser would. */
  readonly action: string;
  readonly submitLabel?: string;
  /** Netlify marks its forms (`netlify`, `data-netlify`) in the HTML itself. */
  readonly profile?: string;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Traps of form services: a person never fills them, so they are neither shown nor sent. */
const HONEYPOT = /^(_gotcha|_honey|_honeypot|honeypot|botcheck|bot-field)$/i;

/**
 * Reads the ordinary HTML inside an element: labelled native controls, hidden controls, a whole form, links to
 * the owner, words of the owner's own. What stands in a slot belongs to that slot and is not read.
 */
export const readDefinition = (host: Element): Definition => {
  const own = (element: Element): boolean => element.closest('[slot]') === host.closest('[slot]');
  const all = <E extends Element>(root: ParentNode, selector: string): E[] =>
    [...root.querySelectorAll<E>(selector)].filter(own);
  const form = all<HTMLFormElement>(host, 'form')[0];
  const hidden: [string, string][] = [];
  const takenOver = form && readForm(form, hidden);
  const controls = all<Control>(host, 'input,select,textarea').filter((control) => isPart(control, form));
  const fields: Field[] = [];
  if (takenOver?.profile === 'netlify' && !controls.some(({ name }) => name === 'form-name')) {
    hidden.push(['form-name', form?.getAttribute('name') ?? '']);
  }
  const seen = new Set<string>();
  for (const control of controls) {
    const { name } = control;
    if (isHidden(control, host)) {
      if (control.type !== 'checkbox' || (control as HTMLInputElement).checked)
        hidden.push([name, control.value]);
    } else if (!seen.has(name)) {
      seen.add(name);
      fields.push(
        readField(
          control,
          controls.filter((other) => other.name === name && other.type === control.type),
          host,
        ),
      );
    }
  }
  const messages = all(host, 'script[type="application/json"][data-messages]')[0]?.textContent;
  return {
    ...(takenOver && { form: takenOver }),
    fields,
    hidden,
    contacts: all(host, 'a[href^="tel:" i],a[href^="mailto:" i]'),
    ...(messages && { messages }),
  };
};

const readForm = (form: HTMLFormElement, hidden: [string, string][]): TakenOverForm | undefined => {
  // Attributes, not properties: a control named "action" or "method" stands in front of the property.
  const method = form.getAttribute('method') ?? 'get';
  if (method.toLowerCase() !== 'post') {
    complain(form, 'method', method, 'only a form with method="post" can be taken over; it stays as it is');
    return undefined;
  }
  // What Enter presses. Scripts ask for its name to know that the form was sent (`isset($_POST['submit'])`).
  const submit = form.querySelector<HTMLButtonElement | HTMLInputElement>(
    'button:not([type]),button[type=submit],input[type=submit]',
  );
  if (submit?.name) hidden.push([submit.name, submit.value]);
  const submitLabel = (submit?.textContent || submit?.value)?.trim();
  const netlify = form.matches('[netlify],[data-netlify]');
  return {
    action: new URL(form.getAttribute('action') || location.href, document.baseURI).href,
    ...(submitLabel && { submitLabel }),
    ...(netlify && { profile: 'netlify' }),
  };
};

/** Controls that would be sent: named, enabled, no button, no trap, and of the form that is taken over if there is one. */
const isPart = (control: Control, form: HTMLFormElement | undefined): boolean =>
  control.name !== '' &&
  !control.matches(':disabled') &&
  !/^(submit|button|image|reset|password)$/.test(control.type) &&
  !HONEYPOT.test(control.name) &&
  control.name !== (form?.getAttribute('netlify-honeypot') ?? form?.getAttribute('data-netlify-honeypot')) &&
  (!form || form.contains(control));

/** The nearest of these around a control in the owner's HTML: what the page has around the widget says nothing of it. */
const closestIn = (host: Element, control: Element, selector: string): Element | null => {
  const found = control.closest(selector);
  return found !== host && host.contains(found) ? found : null;
};

const isHidden = (control: Control, host: Element): boolean => {
  if (control.type === 'hidden') return true;
  return closestIn(host, control, '[hidden],[style*="display:none" i],[style*="display: none" i]') !== null;
};

const TYPES =
  /^(email|tel|url|number|date|time|datetime-local|month|week|range|color|radio|checkbox|file|textarea)$/;

const readField = (control: Control, group: readonly Control[], host: Element): Field => {
  const several = group.length > 1 || (control.type === 'checkbox' && control.name.endsWith('[]'));
  const type: FieldType =
    control.localName === 'select'
      ? (control as HTMLSelectElement).multiple
        ? 'checkboxes'
        : 'select'
      : control.type === 'checkbox' && several
        ? 'checkboxes'
        : ((TYPES.exec(control.type)?.[0] ?? 'text') as FieldType);
  const choice = type === 'radio' || type === 'checkboxes';
  const label =
    (choice && control.localName !== 'select' ? groupLabel(control, host) : labelOf(control)) ?? '';
  return {
    name: control.name,
    type,
    label,
    required: group.some((member) => member.required),
    ...definedOnly({
      hint: hintOf(control),
      lang: closestIn(host, control, '[lang]')?.getAttribute('lang') ?? undefined,
      ...constraintsOf(control, type),
      ...optionsOf(control, type, group),
    }),
  };
};

/** Drops keys without a value: a field says only what its HTML says. */
const definedOnly = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

const optionsOf = (control: Control, type: FieldType, group: readonly Control[]) => {
  if (control.localName === 'select') {
    const select = control as HTMLSelectElement;
    const options = [...select.options].filter(({ disabled }) => !disabled);
    const chosen = options
      .filter(({ selected, value }) => selected && value !== '')
      .map(({ value }) => value);
    return {
      options: options
        .filter(({ value }) => value !== '')
        .map((option): Option => ({ value: option.value, label: clean(option.label) })),
      placeholder: [...select.options].find(({ value }) => value === '')?.label.trim(),
      // Without an empty first entry the browser's own control starts with the first one.
      value: select.multiple ? chosen : (chosen[0] ?? ''),
    };
  }
  const boxes = group as readonly HTMLInputElement[];
  const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  if (type === 'radio' || type === 'checkboxes') {
    const options = boxes.map((box): Option => ({ value: box.value, label: labelOf(box) ?? box.value }));
    return { options, value: type === 'radio' ? (ticked[0] ?? '') : ticked };
  }
  if (type === 'checkbox') return { value: ticked[0] ?? '', checkedValue: control.value };
  return { value: control.value || undefined };
};

const constraintsOf = (control: Control, type: FieldType) => {
  const attribute = (name: string): string | undefined => control.getAttribute(name) ?? undefined;
  const length = (name: string): number | undefined => {
    const value = attribute(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  };
  return {
    minLength: length('minlength'),
    maxLength: length('maxlength'),
    min: attribute('min'),
    max: attribute('max'),
    step: attribute('step'),
    pattern: patternOf(control),
    placeholder: attribute('placeholder'),
    autocomplete: attribute('autocomplete'),
    rows: length('rows'),
    files:
      type === 'file'
        ? {
            accept: attribute('accept'),
            maxFiles: (control as HTMLInputElement).multiple ? attribute('data-max-files') : '1',
            maxFileSize: attribute('data-max-file-size'),
          }
        : undefined,
  };
};

/** A pattern that can't be run on what a visitor writes is not checked, and the owner is told. */
const patternOf = (control: Control): string | undefined => {
  const pattern = control.getAttribute('pattern');
  if (pattern === null) return undefined;
  if (compilePattern(pattern)) return pattern;
  complain(control, 'pattern', pattern, 'no regular expression, or one that may take forever: not used');
  return undefined;
};

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text of an element without the controls and remarks inside it. */
const ownText = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  copy
    .querySelectorAll('input,select,textarea,button,small,[hidden],script,style')
    .forEach((child) => child.remove());
  // The kit marks what is required or optional itself.
  return clean(copy.textContent).replace(/[\s*:]+$/, '');
};

const referenced = (control: Element, attribute: string): string | undefined =>
  control
    .getAttribute(attribute)
    ?.split(/\s+/)
    .map((id) => (control.getRootNode() as Document | ShadowRoot).getElementById(id)?.textContent ?? '')
    .map(clean)
    .join(' ')
    .trim() || undefined;

const labelOf = (control: Control): string | undefined =>
  (control.labels?.[0] && ownText(control.labels[0])) ||
  referenced(control, 'aria-labelledby') ||
  control.getAttribute('aria-label') ||
  control.getAttribute('placeholder') ||
  undefined;

const groupLabel = (control: Control, host: Element): string | undefined => {
  const legend = closestIn(host, control, 'fieldset')?.querySelector('legend');
  const group = closestIn(host, control, '[role=radiogroup],[role=group]');
  return (
    (legend && ownText(legend)) ||
    (group && (referenced(group, 'aria-labelledby') ?? group.getAttribute('aria-label'))) ||
    undefined
  );
};

const hintOf = (control: Control): string | undefined => {
  const remark = control.labels?.[0]?.querySelector('small')?.textContent;
  return (
    referenced(control, 'aria-describedby') ??
    ((remark && clean(remark)) || control.getAttribute('title') || undefined)
  );
};
