import { assert } from '@open-wc/testing';
import { readDefinition } from '../../src/controllers/definition.js';
import { readDefinition as readChat } from '../../src/elements/faq-chat/read-definition.js';
import { readDetails } from '../../src/elements/faq-chat/entries/read-details.js';
import { readQuestions } from '../../src/elements/satisfaction-survey/questions/read-questions.js';
import { examples } from '../fixtures/wpautop.js';
import { listenToConsole, place, settled } from './support.js';

const SLOTS = ':scope > [slot]';
const clean = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
/** Lines begin anew, which adds white space between elements. */
const letters = (text: string | null): string => (text ?? '').replace(/\s+/g, '');

/** All that a widget takes from an owner's HTML, as text. */
const taken = (host: Element): string => {
  const { contacts, ...definition } = readDefinition(host);
  const chat = readChat(host);
  return JSON.stringify({
    definition,
    contacts: contacts.map(({ outerHTML }) => outerHTML),
    questions: readQuestions(host).map(({ entry, when, extras }) => [entry, when, [...extras]]),
    entries: readDetails(host).map(({ answer, ...entry }) => [
      entry,
      letters((answer as Element).textContent),
    ]),
    chat: [chat.messages, chat.hidden, chat.contacts.length],
    slots: [...host.querySelectorAll(SLOTS)].map(({ slot, textContent }) => [slot, letters(textContent)]),
  });
};

/** The kit's tags in some HTML, as they stand before anything of the kit is there. */
const widgetsIn = (html: string): readonly Element[] =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('harreman-'),
  );

describe("WordPress' classic editor, which makes paragraphs and breaks of an owner's lines", () => {
  const said = listenToConsole();

  for (const { pasted, shown } of examples) {
    const [name = ''] = /harreman-[\w-]+/.exec(pasted) ?? [];
    it(`takes nothing from <${name}>: ${clean(pasted).slice(0, 150)}`, () => {
      const [before, after] = [pasted, shown].map(widgetsIn);
      assert.isNotEmpty(before);
      assert.equal(after!.length, before!.length);
      for (const [index, widget] of before!.entries()) assert.equal(taken(after![index]!), taken(widget));
    });
  }

  it('leaves a form where it was that has nothing in it but breaks', async () => {
    const page = place('', '<br><p></p>', { network: true });
    await settled(page.element);
    await settled(page.element);
    assert.isTrue(page.has('submit-button'));
    assert.match(said.join(), /endpoint/);
  });
});
