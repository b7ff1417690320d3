import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/contact-form.js';
import { FAQ, faqChat, PEOPLE, type ChatPage } from './faq-chat-support.js';
import { settled } from './support.js';

/** A chat at the corner that has led to the owner's form. */
const withForm = async (attributes = '', form = ''): Promise<ChatPage> => {
  const slotted = `<harreman-contact-form slot="handover" topic="question" ${form}></harreman-contact-form>`;
  const page = await faqChat(`floating ${attributes}`, FAQ + PEOPLE + slotted);
  page.part('launcher').click();
  await page.until(() => page.find('#log')?.checkVisibility(), 'it does not open');
  await page.ask('quantum chromodynamics');
  const { form: element } = inner(page);
  await page.until(() => element.shadowRoot?.querySelector('[name=message]'), 'the form does not come');
  return page;
};

const inner = ({ element: chat }: ChatPage) => {
  const form = chat.querySelector('harreman-contact-form')!;
  const find = <E extends HTMLElement>(selector: string): E => form.shadowRoot!.querySelector<E>(selector)!;
  return { form, find };
};

describe("the owner's form in a chat at the corner", () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('has most of a small screen: the field for the next question makes itself small', async () => {
    await setViewport({ width: 360, height: 640 });
    const page = await withForm();
    assert.isAtLeast(page.get('#log').clientHeight, 400);
    assert.isAtMost(page.control('question').offsetHeight, 48);
    assert.equal(page.control('question').labels![0]!.textContent.trim(), 'Your question');
  });

  it('shows all of the field that has the focus above the keyboard of a phone', async () => {
    await setViewport({ width: 360, height: 320 });
    const page = await withForm('locale="de"');
    for (const name of ['name', 'email', 'message']) {
      const field = inner(page).find(`[name=${name}]`);
      field.focus();
      await page.rest();
      const log = page.get('#log').getBoundingClientRect();
      const box = field.getBoundingClientRect();
      assert.isAtLeast(Math.ceil(box.top), Math.floor(log.top), name);
      if (name !== 'message') assert.isAtMost(Math.floor(box.bottom), Math.ceil(log.bottom), name);
    }
    assert.isFalse(page.control('question').checkVisibility(), 'the keyboard is not for it');
    page.part('end-button').focus();
    await page.rest();
    assert.isTrue(page.control('question').checkVisibility(), 'the next question can be asked again');
  });

  it('has a heading below that of the chat, and the one that its owner says', async () => {
    const level = async (page: ChatPage): Promise<string | null> => {
      await settled(inner(page).form);
      return inner(page).find('[part=heading]').getAttribute('aria-level');
    };
    assert.equal(await level(await withForm()), '3');
    assert.equal(await level(await withForm('heading-level="4"')), '5');
    assert.equal(await level(await withForm('heading-level="6"')), '6');
    assert.equal(await level(await withForm('', 'heading-level="2"')), '2');
  });
});

it('a ring around what has the focus in the chat is seen whole', async () => {
  const page = await faqChat('', FAQ + PEOPLE);
  await page.ask('quantum chromodynamics');
  const log = page.get('#log');
  const edge = log.getBoundingClientRect();
  log.scrollTop = log.scrollHeight;
  // As wide as the ring with its distance.
  const ring = 5;
  for (const each of page.all('[part=channel], [part=end-button], [part=category]'))
    assert.isAtLeast(each.getBoundingClientRect().left - ring, edge.left, each.textContent);
  const last = page.all('[part=category]').at(-1)!.getBoundingClientRect();
  assert.isAtMost(last.bottom + ring, edge.bottom);
});
