import { assert, fixtureSync } from '@open-wc/testing';
import { callback } from './callback-support.js';
import { faqChat } from './faq-chat-support.js';
import { waitUntil } from './patience.js';
import { FormPage, listenToConsole, words } from './support.js';
import { SurveyPage } from './survey-support.js';

/** What a page has around a widget is no part of the owner's definition in it (any-page, 10). */
describe('inside other elements of the page', () => {
  listenToConsole();

  it('in an accordion, a chat has its questions and its people', async () => {
    const page = await faqChat('', undefined, {
      around: '<details open><summary>Ask us</summary>{chat}</details>',
    });
    await page.ask('Where can I park?');
    assert.include(page.last, 'Behind the house.');
  });

  it('in an accordion, a callback button has its links', async () => {
    const page = await callback(undefined, undefined, {
      around: '<details open><summary>Call us</summary>{button}</details>',
    });
    await page.open();
    assert.lengthOf(page.all('[part=channel]'), 4);
  });

  it('in a table for layout and a fieldset of the page, a question keeps its own name and answers', async () => {
    const wrapper = fixtureSync(`<fieldset><legend>The page’s</legend><table><tr><th>Head</th><td>
      <harreman-satisfaction-survey ask="none"><fieldset><legend>Would you come again?</legend>
        <label><input type="radio" name="again" value="yes"> Yes</label>
        <label><input type="radio" name="again" value="no"> No</label></fieldset></harreman-satisfaction-survey></td></tr></table></fieldset>`);
    const page = new SurveyPage(wrapper.querySelector('harreman-satisfaction-survey')!);
    page.element.transport = page.transport;
    await page.ready();
    await page.until(() => page.questions.length > 1, 'the question is not asked');
    assert.include(page.questions, 'Would you come again? (optional)');
    assert.deepEqual(page.names('answer_again'), ['Yes', 'No']);
  });

  it('in a group of the page, boxes without a legend are not named by it', async () => {
    const wrapper =
      fixtureSync(`<fieldset><legend>The page’s</legend><div role="group" aria-label="The page’s">
      <harreman-contact-form topic="question"><label><input type="radio" name="size" value="s" aria-label="Small"></label>
        <label><input type="radio" name="size" value="l" aria-label="Large"></label></harreman-contact-form></div></fieldset>`);
    const page = new FormPage(wrapper.querySelector('harreman-contact-form')!);
    page.element.transport = page.transport;
    await page.ready();
    await waitUntil(() => page.find('[name=size]'), 'the field is not there');
    assert.notInclude(words(page.root.firstElementChild!), 'The page’s');
  });
});
