import { assert } from '@open-wc/testing';
import type { HarremanSubmitEvent } from '../../src/controllers/events.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, settled, words } from './support.js';

/** Listens on the document, where a tag manager does, until the test has ended. */
const undo: (() => void)[] = [];
const listen = <K extends keyof HTMLElementEventMap>(
  type: K,
  listener: (event: HTMLElementEventMap[K]) => void,
): void => {
  document.addEventListener(type, listener as EventListener);
  undo.push(() => document.removeEventListener(type, listener as EventListener));
};
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

describe('the page hears', () => {
  it('of a message before and after it is sent, wherever the form stands', async () => {
    const heard: string[] = [];
    for (const type of ['harreman-submit', 'harreman-sent'] as const)
      listen(type, (event) => {
        heard.push(`${type} ${event.composed} ${event.bubbles} ${event.cancelable}`);
        assert.equal(event.detail.submission.message, ANSWERS.message);
      });
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' });
    const form = await contactForm();
    form.element.replaceWith(host);
    host.shadowRoot!.append(form.element);
    await form.fillIn();
    await form.send();
    assert.deepEqual(heard, ['harreman-submit true true true', 'harreman-sent true true false']);
  });

  it('the reference number', async () => {
    const references: string[] = [];
    listen('harreman-sent', ({ detail }) => references.push(detail.reference));
    const form = await contactForm();
    await form.fillIn();
    await form.send();
    assert.deepEqual(references, [words(form.part('reference'))]);
  });

  it('nothing of a form that is not complete', async () => {
    const heard: string[] = [];
    listen('harreman-submit', ({ type }) => heard.push(type));
    const form = await contactForm();
    await form.send();
    assert.isEmpty(heard);
  });
});

describe('a page that listens before sending', () => {
  const said = listenToConsole();

  it('can keep the message from being sent', async () => {
    const form = await contactForm();
    let wanted = false;
    form.element.addEventListener('harreman-submit', (event) => {
      if (!wanted) event.preventDefault();
    });
    await form.fillIn();
    form.submitButton.click();
    await settled(form.element);
    assert.isEmpty(form.requests);
    assert.equal(form.control('message').value, ANSWERS.message);
    assert.isFalse(form.element.matches(':state(busy)'));
    assert.isFalse(form.has('failure'));
    wanted = true;
    await form.send();
    assert.lengthOf(form.requests, 1);
  });

  it('can add to it', async () => {
    const form = await contactForm();
    form.element.addEventListener('harreman-submit', ({ detail }) => {
      detail.submission['captcha_token'] = 'abc';
    });
    await form.fillIn();
    await form.send();
    assert.equal(form.record['captcha_token'], 'abc');
  });

  it('can make it wait', async () => {
    const form = await contactForm();
    let prove = () => {};
    form.element.addEventListener('harreman-submit', (event) => {
      event.waitUntil(
        new Promise<void>((resolve) => {
          prove = () => {
            event.detail.submission['proof'] = 'work';
            resolve();
          };
        }),
      );
      event.waitUntil(Promise.resolve());
    });
    await form.fillIn();
    form.submitButton.click();
    await waitUntil(() => form.element.matches(':state(busy)'));
    await settled(form.element);
    assert.isEmpty(form.requests);
    prove();
    await waitUntil(() => form.has('end'));
    assert.equal(form.record['proof'], 'work');
  });

  it('and fails costs nobody their text: it was not sent, and that is said', async () => {
    const form = await contactForm();
    const fail = (event: HarremanSubmitEvent) => event.waitUntil(Promise.reject(new Error('no proof')));
    form.element.addEventListener('harreman-submit', fail);
    await form.fillIn();
    await form.send();
    assert.isEmpty(form.requests);
    assert.include(form.text, 'Your message has not been sent');
    assert.equal(form.control('message').value, ANSWERS.message);
    assert.include(said.join(), 'no proof');
    form.element.removeEventListener('harreman-submit', fail);
    form.button('Try again').click();
    await waitUntil(() => form.has('end'));
    assert.lengthOf(form.requests, 1);
  });

  it('hears of each try, and gets the same id', async () => {
    const form = await contactForm();
    const ids: unknown[] = [];
    form.element.addEventListener('harreman-submit', ({ detail }) =>
      ids.push(detail.submission.submission_id),
    );
    form.answer = { state: 'failed', reason: 'network', arrived: 'no', diagnosis: 'x' };
    await form.fillIn();
    await form.send();
    form.submitButton.click();
    await waitUntil(() => form.requests.length === 2);
    assert.deepEqual(
      ids,
      form.requests.map(({ record }) => record['submission_id']),
    );
    assert.equal(ids[0], ids[1]);
  });
});

describe("an owner's own transport", () => {
  listenToConsole();

  it('that throws is a message that was not sent', async () => {
    const form = await contactForm();
    form.answer = () => {
      throw new Error('broken');
    };
    await form.fillIn();
    await form.send();
    assert.isTrue(form.has('failure'));
    assert.equal(form.control('message').value, ANSWERS.message);
  });

  it('needs no endpoint, and hears which one there is', async () => {
    const form = await contactForm('endpoint="https://forms.example/x" profile="form"');
    await form.fillIn();
    await form.send();
    const [request] = form.requests;
    assert.deepEqual([request!.endpoint, request!.profile], ['https://forms.example/x', 'form']);
  });
});
