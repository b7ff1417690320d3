import { assert } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { faqChat, type ChatPage } from './faq-chat-support.js';
import { words } from './support.js';

const options = (page: ChatPage): string[] =>
  page
    .all('[role=option]')
    .filter((option) => option.checkVisibility())
    .map((option) => words(option));

const field = (page: ChatPage): HTMLTextAreaElement => page.get<HTMLTextAreaElement>('[name=question]');

/** The question that the arrow keys have come to, as those hear it who listen. */
const active = (page: ChatPage): string => {
  const id = field(page).getAttribute('aria-activedescendant');
  return id === null ? '' : words(page.get(`#${id}`));
};

const listed = (page: ChatPage): Promise<void> =>
  page.until(() => options(page).length > 0, 'nothing is suggested');

/** Writes with the keyboard until something is suggested. */
const write = async (page: ChatPage, text: string): Promise<void> => {
  field(page).focus();
  await sendKeys({ type: text });
  await listed(page);
};

describe('while a question is written', () => {
  it('those like it are listed, heard of, and nothing moves the focus or the text', async () => {
    const page = await faqChat();
    assert.isNull(field(page).getAttribute('role'), 'a text field until there is a list');
    await write(page, 'deliv');
    assert.equal(options(page)[0], 'How long does delivery take?');
    assert.equal(page.root.activeElement, field(page));
    assert.equal(field(page).value, 'deliv');
    const { role, ariaExpanded, ariaAutoComplete } = field(page);
    assert.deepEqual([role, ariaExpanded, ariaAutoComplete], ['combobox', 'true', 'list']);
    const list = page.get(`#${field(page).getAttribute('aria-controls')!}`);
    assert.deepEqual([list.role, list.ariaLabel], ['listbox', 'Matching questions']);
    await page.until(() => page.text.includes('1 matching question'), 'nobody is told how many');
    assert.lengthOf(page.messages, 1, 'nothing was asked');
  });

  it('the arrow keys lead through them and back to the text, and Enter asks the one they stand on', async () => {
    const page = await faqChat();
    await write(page, 'can I');
    const all = options(page);
    assert.isAtLeast(all.length, 2);
    await sendKeys({ press: 'ArrowDown' });
    await page.rest();
    assert.equal(active(page), all[0]);
    assert.equal(page.all('[aria-selected=true]').length, 1);
    await sendKeys({ press: 'ArrowUp' });
    await page.rest();
    assert.equal(active(page), '');
    await sendKeys({ press: 'ArrowUp' });
    await page.rest();
    assert.equal(active(page), all.at(-1));
    assert.equal(page.root.activeElement, field(page));
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.messages.length === 3, 'nothing was answered');
    assert.equal(page.messages[1], all.at(-1));
    assert.equal(field(page).value, '');
    assert.deepEqual(options(page), []);
    assert.equal(page.root.activeElement, field(page));
  });

  it('Enter without a choice asks what is written', async () => {
    const page = await faqChat();
    await write(page, 'delivery time');
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.messages.length === 3, 'nothing was answered');
    assert.equal(page.messages[1], 'delivery time');
    assert.deepEqual(options(page), []);
    assert.isNull(field(page).getAttribute('role'), 'a text field again');
  });

  it('a press asks one, and leaves the focus in the field', async () => {
    const page = await faqChat();
    await write(page, 'deliv');
    const { x, y, width, height } = page.get('[role=option]').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await page.until(() => page.messages.length === 3, 'nothing was answered');
    assert.include(page.last, 'Two days in town');
    assert.equal(page.root.activeElement, field(page));
  });

  it('Escape closes the list first and the panel then; Down at the end of the text shows it again', async () => {
    const page = await faqChat('floating');
    page.part('launcher').click();
    await page.rest();
    await write(page, 'deliv');
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.deepEqual(options(page), []);
    assert.equal(field(page).value, 'deliv');
    assert.isTrue(page.get('#panel').checkVisibility());
    await sendKeys({ press: 'ArrowDown' });
    await page.rest();
    assert.equal(active(page), 'How long does delivery take?');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.isFalse(page.get('#panel').checkVisibility());
  });

  it('nothing is suggested for a few letters, several lines, or a question that is left for a person', async () => {
    const page = await faqChat();
    await write(page, 'deliv');
    await page.type('question', 'deliv\nery');
    await page.until(() => options(page).length === 0, 'several lines are a text');
    await page.type('question', 'delivery');
    await listed(page);
    await page.type('question', 'de');
    await page.until(() => options(page).length === 0, 'two letters may become anything');
    await page.type('question', '');
    await page.ask('quantum chromodynamics');
    page.part('leave-button').click();
    await page.until(() => page.find('[name=email]'), 'the form does not come');
    assert.isNull(field(page).getAttribute('role'));
    assert.isFalse(page.has('suggestions'));
  });

  it('the list goes with the focus', async () => {
    const page = await faqChat();
    await write(page, 'deliv');
    page.submitButton.focus();
    await page.rest();
    assert.deepEqual(options(page), []);
  });
});
