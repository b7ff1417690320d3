import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { overflowing } from './looks.js';
import { STATES } from './states.js';
import { contactForm, listenToConsole, settled } from './support.js';

describe('on 320 CSS pixels', () => {
  listenToConsole();
  before(() => setViewport({ width: 320, height: 640 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [state, reach] of Object.entries(STATES)) {
    it(`nothing is cut off, and nothing scrolls sideways: ${state}`, async function () {
      this.timeout(20_000);
      for (const locale of ['de', 'ka', 'lv']) {
        const form = await reach(`locale="${locale}"`);
        assert.deepEqual(overflowing(form), [], locale);
        assert.isAtMost(document.documentElement.scrollWidth, 320);
        form.element.remove();
      }
    });
  }

  it('fields stand one above the other, labels above their controls', async () => {
    const form = await contactForm('topic="question"');
    const boxes = form.all('[part=field]').map((field) => field.getBoundingClientRect());
    for (const [index, box] of boxes.slice(1).entries()) assert.isAtLeast(box.top, boxes[index]!.bottom - 1);
    const label = form.control('email').labels![0]!.getBoundingClientRect();
    assert.isAtMost(label.bottom, form.control('email').getBoundingClientRect().top + 1);
  });

  it('and where there is room, short fields stand side by side', async () => {
    await setViewport({ width: 1000, height: 700 });
    const form = await contactForm('topic="question"');
    const [name, email] = ['name', 'email'].map((field) => form.control(field).getBoundingClientRect());
    assert.isAtMost(Math.abs(name!.top - email!.top), 1);
    form.element.parentElement!.style.width = '300px';
    await settled(form.element);
    const [above, below] = ['name', 'email'].map((field) => form.control(field).getBoundingClientRect());
    assert.isAbove(below!.top, above!.bottom, 'the room that counts is the form’s own');
    await setViewport({ width: 320, height: 640 });
  });

  it('and one that stands alone has the row to itself', async () => {
    await setViewport({ width: 1000, height: 700 });
    const widths = async (attributes: string, inner = '') => {
      const form = await contactForm(`topic="question" ${attributes}`, inner);
      const whole = form.control('message').offsetWidth;
      return (...names: string[]) => names.map((name) => form.control(name).offsetWidth === whole);
    };
    assert.deepEqual((await widths('reply-by="either"'))('name', 'subject'), [true, true]);
    const three = await widths('', '<input type="hidden" name="subject" value="From the web">');
    assert.deepEqual(three('name', 'email', 'phone'), [false, false, true]);
    await setViewport({ width: 320, height: 640 });
  });

  it('text that the visitor spaces out has room (WCAG 1.4.12)', async () => {
    const form = await contactForm('locale="de" privacy-url="/p" max-files="2"');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    form.root.adoptedStyleSheets = [...form.root.adoptedStyleSheets, sheet];
    await settled(form.element);
    assert.deepEqual(overflowing(form), []);
  });

  it('text at twice its size has room (WCAG 1.4.4)', async () => {
    const form = await contactForm('locale="de" privacy-url="/p" max-files="2"');
    form.element.style.setProperty('--harreman-font-size', '200%');
    await settled(form.element);
    assert.equal(getComputedStyle(form.part('base')).fontSize, '32px');
    assert.deepEqual(overflowing(form), []);
  });

  it('boxes to tick are large enough to press, and as large as the text around them (WCAG 2.5.8, 1.4.4)', async () => {
    const form = await contactForm(
      'privacy-url="/p"',
      '<fieldset><legend>Kind</legend><label><input type="radio" name="kind" value="a"> A</label><label><input type="radio" name="kind" value="b"> B</label></fieldset>',
    );
    const sizes = (): number[] =>
      ['consent', 'kind'].map((name) => form.control(name).getBoundingClientRect().width);
    assert.deepEqual(sizes(), [24, 20]);
    form.element.style.setProperty('--harreman-font-size', '200%');
    assert.deepEqual(sizes(), [48, 40]);
  });

  it('a legend of two lines is within the border of its group', async () => {
    const form = await contactForm('reply-by="either" locale="de"');
    const group = form.part('group');
    const legend = group.querySelector('legend')!;
    assert.isAbove(legend.clientHeight, 1.5 * parseFloat(getComputedStyle(legend).lineHeight));
    assert.isAbove(legend.getBoundingClientRect().top, group.getBoundingClientRect().top);
    const label = group.querySelector('label')!;
    assert.isAtLeast(label.getBoundingClientRect().top, legend.getBoundingClientRect().bottom);
  });

  it('a word without an end is broken', async () => {
    const form = await contactForm(
      `heading="${'x'.repeat(200)}"`,
      `<label>${'y'.repeat(200)} <input name="y"></label>`,
    );
    assert.deepEqual(overflowing(form), []);
  });
});
