import type { DeliveryOutcome } from '../../src/delivery/states.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, type FormPage } from './support.js';

/** Every kind of control, and hints. */
const EVERY_CONTROL = `
  <label>Company <small>As on the invoice</small> <input name="company" required></label>
  <label>People <input type="number" name="people"></label>
  <label>Day <input type="date" name="day"></label>
  <label>Size <input type="range" name="size" min="1" max="5"></label>
  <label>Colour <input type="color" name="colour"></label>
  <label>Branch <select name="branch"><option value="">Any</option><option>Donostia</option></select></label>
  <fieldset><legend>Interests</legend><label><input type="checkbox" name="i" value="a"> Wood</label><label><input type="checkbox" name="i" value="b"> Stone</label></fieldset>
  <label><input type="checkbox" name="newsletter"> Send me news</label>`;
const CONTACTS =
  '<a href="tel:+34943123456">943 12 34 56</a><a href="mailto:info@txolarre.example">info@txolarre.example</a>';

const failed = (more: object): DeliveryOutcome => ({
  state: 'failed',
  reason: 'network',
  arrived: 'no',
  diagnosis: 'x',
  ...more,
});

const after = async (form: FormPage, answer: DeliveryOutcome): Promise<FormPage> => {
  form.answer = answer;
  await form.fillIn({ ...ANSWERS, consent: 'yes' });
  await form.send();
  return form;
};

const choose = (form: FormPage, ...files: File[]): void => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const input = form.control('attachment');
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Every state that a visitor may meet, and how to get there, in any language. */
export const STATES: Readonly<Record<string, (attributes: string) => Promise<FormPage>>> = {
  'an empty form': (attributes) =>
    contactForm(`privacy-url="/p" max-files="2" reply-within="2" ${attributes}`),
  'a complaint with errors everywhere': async (attributes) => {
    const form = await contactForm(`privacy-url="/p" topic="complaint" reply-by="either" ${attributes}`);
    await form.fillIn({ phone: '1', purchase_date: '9999-01-01' });
    await form.send();
    return form;
  },
  "the owner's fields, with errors": async (attributes) => {
    const form = await contactForm(`topic="quote" ${attributes}`, EVERY_CONTROL);
    await form.send();
    return form;
  },
  'files, one of them refused': async (attributes) => {
    const form = await contactForm(`accept=".pdf" max-files="2" ${attributes}`);
    choose(form, new File(['x'], `${'long-name-'.repeat(12)}.pdf`), new File(['x'], 'a.exe'));
    await waitUntil(() => form.has('file-list'));
    return form;
  },
  'advice beneath the fields': async (attributes) => {
    const form = await contactForm(attributes, '<input name="subject" maxlength="20" aria-label="Subject">');
    await form.write('subject', 'x'.repeat(25));
    await form.write('email', 'ane@gmial.com');
    await waitUntil(() => form.text.includes('ane@gmail.com'));
    return form;
  },
  'a draft that was restored': async (attributes) => {
    const id = `id="draft-${Math.random()}"`;
    const first = await contactForm(`${id} ${attributes}`);
    await first.type('message', 'Kaixo');
    first.element.remove();
    return contactForm(`${id} ${attributes}`);
  },
  'a review': async (attributes) => {
    const form = await contactForm(`review ${attributes}`);
    await form.fillIn();
    await form.send();
    return form;
  },
  'a message under way': async (attributes) => {
    const form = await contactForm(`max-files="2" ${attributes}`);
    choose(form, new File(['x'], 'a.pdf'));
    form.answer = ({ onProgress }) => {
      onProgress?.(0.5);
      return new Promise(() => {});
    };
    await form.fillIn();
    form.submitButton.click();
    await waitUntil(() => form.part('status').textContent.trim() !== '');
    return form;
  },
  'a message that was not sent': async (attributes) =>
    after(await contactForm(attributes, CONTACTS), failed({ reason: 'busy', retryAfter: 60_000 })),
  'a message that nobody can confirm, and that could not be copied': async (attributes) => {
    const form = await after(await contactForm(attributes, CONTACTS), failed({ arrived: 'unknown' }));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
    form.all<HTMLButtonElement>('[part~=failure] button')[1]!.click();
    await waitUntil(() => form.find('textarea[readonly]'));
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
    return form;
  },
  'a message that was rejected': async (attributes) =>
    after(await contactForm(attributes), {
      state: 'rejected',
      status: 422,
      errors: [{ field: 'email', message: 'No.' }, { message: 'Sorry.' }],
    }),
  'a message that was sent': async (attributes) => after(await contactForm(attributes), { state: 'sent' }),
  'a message that was saved': async (attributes) => after(await contactForm(attributes), { state: 'saved' }),
};
