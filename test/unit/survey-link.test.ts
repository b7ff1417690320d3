import { assert, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { HarremanSubmitEvent } from '../../src/controllers/events.js';
import { words } from './support.js';
import { followLink, placeSurvey, survey, type SurveyPage } from './survey-support.js';

const search = (): URLSearchParams => new URLSearchParams(location.search);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page with a survey, to which the link of a mail has led. */
const invited = async (attributes = '', parameters = {}, inner = ''): Promise<SurveyPage> => {
  const name = followLink(parameters);
  return survey(`survey="${name}" ${attributes}`, inner);
};

/** Somebody is there: a pointer that moves. */
const look = async (page: SurveyPage): Promise<void> => {
  await sendMouse({ type: 'move', position: [5, 5] });
  await sendMouse({ type: 'move', position: [40, 60] });
  await page.until(() => page.requests.length, 'the answer does not leave');
};

afterEach(() => {
  sessionStorage.clear();
});

describe('the link of a mail', () => {
  it('is out of the address at once; what else is in it stays', async () => {
    const url = new URL(location.href);
    url.searchParams.set('product', 'a b');
    url.hash = 'answer';
    history.replaceState(null, '', url);
    const name = followLink();
    placeSurvey(`survey="${name}"`);
    assert.isNull(search().get('harreman-survey'));
    assert.isNull(search().get('harreman-score'));
    assert.isNull(search().get('harreman-respondent'));
    assert.equal(search().get('product'), 'a b');
    assert.equal(location.hash, '#answer');
    assert.deepEqual(history.state, { mine: true }, 'a router’s own state stays');
    url.searchParams.delete('product');
    url.hash = '';
    history.replaceState(null, '', url);
  });

  it('goes out of it on a page whose router stands in front of the history, and on one that refuses', async () => {
    const original = history.replaceState.bind(history);
    const seen: string[] = [];
    history.replaceState = (state, unused, url) => {
      seen.push(String(url));
      original(state, unused, url);
    };
    followLink();
    seen.length = 0;
    placeSurvey();
    history.replaceState = () => {
      throw new Error('no');
    };
    const url = new URL(location.href);
    url.searchParams.set('harreman-survey', 'x');
    original(null, '', url);
    placeSurvey();
    Reflect.deleteProperty(history, 'replaceState');
    assert.lengthOf(seen, 1, 'the router knows');
    assert.notInclude(seen[0], 'harreman');
    assert.notInclude(location.href, 'harreman');
  });

  it('has the answer chosen, and says so; it can be changed', async () => {
    const page = await invited();
    assert.equal(page.chosen, '4');
    assert.include(page.announced, 'This is the answer that you chose in the e-mail.');
    assert.include(words(page.part('form')), 'together with the invitation');
    await page.answerWith('score', '2');
    assert.equal(page.chosen, '2');
  });

  it('of another survey, or with an answer that this one does not have, chooses nothing', async () => {
    followLink();
    assert.isUndefined((await survey('survey="mine"')).chosen);
    for (const score of ['6', '0', '4.0', '-1', '04', 'NaN', '<b>'])
      assert.isUndefined((await invited('', { 'harreman-score': score })).chosen, score);
  });

  it('is not voted with by a page that is only there: time, scrolling, focus and events of scripts count for nothing', async () => {
    const page = await invited();
    document.body.style.minHeight = '300vh';
    scrollTo(0, 500);
    scrollTo(0, 0);
    for (const type of [
      'pointermove',
      'pointerdown',
      'mousemove',
      'keydown',
      'wheel',
      'touchstart',
      'click',
      'focus',
    ])
      for (const target of [window, document, page.element])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, screenX: Math.random() }));
    page.control('score').focus();
    await wait(1500);
    document.body.style.minHeight = '';
    assert.lengthOf(page.requests, 0);
    assert.isNull(sessionStorage.getItem(`harreman:survey-link:${location.pathname}`));
  });

  it('is sent by itself as soon as somebody is there, once', async () => {
    const page = await invited();
    await look(page);
    const { survey: name, score, score_min, score_max, metric, respondent, comment, regarding } = page.record;
    assert.deepEqual(
      { score, score_min, score_max, metric, comment, regarding },
      { score: 4, score_min: 1, score_max: 5, metric: 'csat', comment: undefined, regarding: undefined },
    );
    assert.equal(name, page.element.survey);
    assert.match(String(respondent), /^token-/);
    assert.notInclude(String(page.record['page_url']), 'harreman');
    assert.include(page.announced, 'Your answer has arrived. You can still change it and add to it.');
    await sendKeys({ press: 'Shift' });
    await sendMouse({ type: 'click', position: [3, 3] });
    await page.rest();
    assert.lengthOf(page.requests, 1);
    assert.isFalse(page.has('end'), 'the visitor goes on');
  });

  it('is completed by what comes after, which is about the first', async () => {
    const page = await invited();
    await look(page);
    const first = page.record['submission_id'];
    await page.answerWith('score', '2');
    await page.write('comment', 'On second thoughts.');
    await page.send();
    assert.lengthOf(page.requests, 2);
    const { score, comment, regarding, respondent, submission_id } = page.record;
    assert.deepEqual(
      { score, comment, regarding },
      { score: 2, comment: 'On second thoughts.', regarding: first },
    );
    assert.match(String(respondent), /^token-/);
    assert.notEqual(submission_id, first);
  });

  it('goes on changed when somebody leaves without sending', async () => {
    const page = await invited();
    await look(page);
    const first = page.record['submission_id'];
    await page.answerWith('score', '1');
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await page.until(() => page.requests.length === 2, 'the change is lost');
    Reflect.deleteProperty(document, 'visibilityState');
    assert.equal(page.record['score'], 1);
    assert.equal(page.record['regarding'], first);
    assert.isUndefined(page.record['comment']);
  });

  it('that could not be sent is part of what is', async () => {
    const page = await invited();
    page.answer = { state: 'failed', reason: 'network', arrived: 'no', diagnosis: 'a test' };
    await look(page);
    page.answer = { state: 'sent' };
    await page.send();
    assert.isUndefined(page.record['regarding']);
    assert.equal(page.record['score'], 4);
  });

  it('leaves nothing before a consent that the owner asks for', async () => {
    const page = await invited('privacy-url="/privacy"');
    await sendMouse({ type: 'move', position: [5, 5] });
    await sendMouse({ type: 'move', position: [40, 60] });
    await page.rest();
    assert.lengthOf(page.requests, 0);
    page.control('consent').click();
    await page.until(() => page.requests.length, 'the answer does not leave');
    assert.include(String(page.record['consent_text']), 'privacy policy');
  });

  it('can be held back by the page', async () => {
    const page = await invited();
    const heard: unknown[] = [];
    page.element.addEventListener('harreman-submit', (event: HarremanSubmitEvent) => {
      heard.push(event.detail.submission);
      event.preventDefault();
    });
    await sendMouse({ type: 'move', position: [5, 5] });
    await sendMouse({ type: 'move', position: [40, 60] });
    await page.until(() => heard.length, 'nobody is asked');
    assert.lengthOf(page.requests, 0);
  });

  it('says nothing of the invitation where the survey is anonymous, and sends nothing of it', async () => {
    const page = await invited('anonymous');
    assert.include(words(page.part('form')), 'Your answer is anonymous');
    await look(page);
    assert.isUndefined(page.record['respondent']);
    assert.notInclude(JSON.stringify(page.record), 'token-');
  });

  it('is known again when the page is loaded again', async () => {
    const page = await invited();
    await look(page);
    const { submission_id: first, respondent } = page.record;
    const { survey: name } = page.element;
    page.element.remove();
    followLink({ 'harreman-survey': 'another' });
    placeSurvey().element.remove();
    const again = await survey(`survey="${name}"`);
    assert.isUndefined(again.chosen);
    await again.answerWith('score', '5');
    await again.send();
    assert.equal(again.record['respondent'], respondent);
    assert.equal(again.record['regarding'], first);
    await nextFrame();
  });
});
