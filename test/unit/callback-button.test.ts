import { assert, fixtureSync, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { isAnotherOpen, type Floating } from '../../src/ui/panel/corner.js';
import { ALWAYS, callback, LINKS } from './callback-support.js';
import { faqChat } from './faq-chat-support.js';
import { waitUntil } from './patience.js';
import { listenToConsole, words } from './support.js';

const WIDGETS = `${LINKS}
  <p slot="panel" data-title="Ask">A question</p>
  <p slot="panel" aria-label="Visit us">A visit</p>`;

describe('the ways to a person', () => {
  const said = listenToConsole();

  it('where there is none, there is no button: what stands in the tag is read, and the owner is told', async () => {
    const element = fixtureSync<HTMLElement>(
      '<harreman-callback-button floating>Call 943 00 00 00.</harreman-callback-button>',
    );
    const has = (selector: string): boolean => Boolean(element.shadowRoot!.querySelector(selector));
    await waitUntil(() => said.length > 0, 'the owner is not told');
    assert.include(said[0], '<harreman-callback-button> endpoint="": no way to a person');
    assert.isFalse(has('button'));
    assert.isTrue(has('slot'));
    element.innerHTML = LINKS;
    await waitUntil(() => has('button'), 'it does not come with the links');
    assert.isFalse(has('slot'));
    assert.lengthOf(said, 1);
    said.length = 0;
  });

  it("the owner's links stay beside the button, as they were written", async () => {
    const page = await callback();
    const shown = page.get<HTMLSlotElement>('.bar > slot').assignedElements();
    assert.deepEqual(
      shown.map((link) => words(link)),
      ['943 00 00 00', 'kaixo@example.com', '600 00 00 00', 'Telegram'],
    );
  });

  it('told to float later, the button goes to the corner with its name, and back to its links', async () => {
    const page = await callback();
    const { launcher } = page;
    const name = words(launcher);
    page.element.floating = true;
    await page.rest();
    assert.isTrue(page.get('#dock').matches(':popover-open'), 'it does not float');
    assert.isTrue(page.get('#dock').contains(launcher), 'another button floats');
    assert.isFalse(Boolean(page.find('.dock slot')), 'the links are shown twice: they are in the panel');
    page.element.floating = false;
    await page.rest();
    assert.isFalse(Boolean(page.find('#dock')), 'it still floats');
    assert.deepEqual(
      page.all('.bar > *').map(({ localName }) => localName),
      ['button', 'slot', 'p'],
    );
    assert.equal(words(page.launcher), name);
  });

  it('in the panel, apps are named, and tell of their new tab', async () => {
    const page = await callback();
    await page.open();
    const named = page.all<HTMLAnchorElement>('[part=channel]').map((link) => words(link));
    assert.include(named, 'WhatsApp: 600 00 00 00 (opens in a new tab)');
    assert.include(named, 'Telegram (opens in a new tab)');
    const call = page.all<HTMLAnchorElement>('[part=channel]').find(({ href }) => href.startsWith('tel:'))!;
    assert.equal(call.getAttribute('href'), 'tel:+34943000000');
  });

  it('where nobody is there, a call comes last; where somebody is, not', async () => {
    const order = async (hours: string): Promise<string[]> => {
      const page = await callback(`hours="${hours}" timezone="Europe/Madrid"`);
      await page.open();
      await page.until(() => words(page.part('presence')) || hours === 'off', 'nothing is said');
      const hrefs = page.all<HTMLAnchorElement>('[part=channel]').map(({ href }) => href.replace(/:.*/, ''));
      page.element.remove();
      return hrefs;
    };
    assert.equal((await order('24/7'))[0], 'tel');
    // A day on which nobody is there, whatever day it is.
    const never = 'Mo-Su 00:00-00:01,23:58-23:59';
    assert.equal((await order(never)).at(-1), 'tel');
  });

  it('WhatsApp is opened with the page and the owner’s text', async () => {
    const page = await callback(`${ALWAYS} whatsapp-text="Kaixo! I come from"`);
    await page.open();
    const link = page.all<HTMLAnchorElement>('[part=channel]').find(({ href }) => href.includes('wa.me'))!;
    const text = new URL(link.href).searchParams.get('text')!;
    assert.match(text, /^Kaixo! I come from\n/);
    assert.include(text, location.pathname);
  });

  it('a code for the phone is drawn when it is asked for', async () => {
    const { matchMedia } = window;
    // A device with a mouse; the browser of these tests has none.
    window.matchMedia = (query) => matchMedia(query.includes('hover') ? 'all' : query);
    const page = await callback();
    await page.open();
    assert.isNull(page.find('svg'));
    await page.press('Show a QR code of the number');
    await page.until(() => page.find('svg.qr'), 'no code is drawn');
    assert.include(page.get('svg.qr').getAttribute('aria-label')!, '943 00 00 00');
    assert.equal(page.part('qr-button').ariaExpanded, 'true');
    await page.press('Show a QR code of the number');
    assert.isNull(page.find('svg.qr'));
    window.matchMedia = matchMedia;
  });

  it('the representative can be kept as a contact', async () => {
    const page = await callback(
      ALWAYS,
      `${LINKS}<div slot="representative"><strong>Maialen Otaegi</strong><span class="role">Visits; quotes</span>
        <a href="tel:+34943000001">943 00 00 01</a><a href="mailto:maialen@example.com">E-mail</a></div>`,
    );
    await page.open();
    const link = page.part<HTMLAnchorElement>('contact-card');
    assert.equal(link.download, 'Maialen-Otaegi.vcf');
    const card = await (await fetch(link.href)).text();
    assert.match(
      card,
      /^BEGIN:VCARD\r\nVERSION:3\.0\r\nFN:Maialen Otaegi\r\nN:Otaegi;Maialen;;;\r\nTITLE:Visits\\; quotes\r\n/,
    );
    assert.include(card, 'TEL;TYPE=WORK,VOICE:+34943000001');
    assert.notInclude(
      page
        .all<HTMLAnchorElement>('[part=channel]')
        .map(({ href }) => href)
        .join(),
      '943000001',
    );
  });

  it('a link that is not encoded well keeps nobody from the rest', async () => {
    const page = await callback(
      ALWAYS,
      `${LINKS}<div slot="representative"><strong>Maialen</strong>
        <a href="mailto:100%@example.com">E-mail</a></div>`,
    );
    await page.open();
    const card = await (await fetch(page.part<HTMLAnchorElement>('contact-card').href)).text();
    assert.include(card, 'EMAIL;TYPE=INTERNET:100%@example.com');
  });

  it('the hours are a table with the days in full', async () => {
    const page = await callback('hours="Mo-Fr 09:00-13:00" timezone="Europe/Madrid"');
    await page.open();
    await page.until(() => page.has('hours'), 'no hours');
    const rows = page.all('[part=hours] tr').map((row) => words(row));
    assert.lengthOf(rows, 7);
    assert.include(rows.join(), 'Saturday Closed');
    assert.match(rows.join(), /Monday 9:00\sAM–1:00\sPM/);
  });

  it('what was followed is told to the page, without anything of the visitor', async () => {
    const page = await callback();
    await page.open();
    const told: string[] = [];
    page.element.addEventListener('harreman-channel', ({ detail }) => told.push(detail.kind));
    const link = page
      .all<HTMLAnchorElement>('[part=channel]')
      .find(({ href }) => href.startsWith('mailto:'))!;
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    assert.deepEqual(told, ['email']);
  });
});

describe('everything from one button', () => {
  const said = listenToConsole();

  it('is a list of what there is, one of which is shown at a time', async () => {
    const page = await callback(ALWAYS, WIDGETS);
    assert.equal(words(page.launcher), 'Contact us');
    await page.open();
    assert.deepEqual(page.all('[part=menu-button]').map((button) => words(button)), ['Call me back', 'Ask', 'Visit us']);
    const [ask, visit] = [...page.element.querySelectorAll<HTMLElement>('[slot=panel]')];
    await page.press('Visit us');
    assert.isTrue(visit!.checkVisibility());
    assert.isFalse(ask!.checkVisibility());
    assert.equal(page.focused, 'panel');
    assert.equal(words(page.get('#heading')), 'Visit us');
    await page.press('All ways to reach us');
    assert.equal(page.focused, 'Visit us', 'back where it came from');
    await page.press('Call me back');
    await page.until(() => page.find('[name=phone]'), 'the form does not come');
    assert.deepEqual(said, []);
  }); // prettier-ignore

  it('what has no title is told to the owner', async () => {
    const page = await callback(ALWAYS, '<p slot="panel">A question</p>');
    await page.open();
    assert.lengthOf(said, 1);
    assert.include(said[0], 'data-title');
    said.length = 0;
  });

  it('gives the page back what it hid', async () => {
    const page = await callback(ALWAYS, WIDGETS);
    await page.open();
    const { element } = page;
    element.remove();
    assert.isNull(element.querySelector('[hidden]'));
  });
});

describe('a panel over the page', () => {
  listenToConsole();
  afterEach(async () => {
    document.querySelectorAll('[data-test]').forEach((element) => element.remove());
    await setViewport({ width: 800, height: 600 });
  });

  const add = (html: string): HTMLElement => {
    const template = document.createElement('template');
    template.innerHTML = html;
    const element = template.content.firstElementChild as HTMLElement;
    element.dataset['test'] = '';
    document.body.append(element);
    return element;
  };

  it('opens from links and classes of the page, and gives the focus back to them', async () => {
    const page = await callback(`${ALWAYS} floating`, LINKS, {
      around: '{button}<a href="#harreman-callback">Call</a><button class="harreman-callback">Call</button>',
    });
    for (const opener of page.element.parentElement!.querySelectorAll<HTMLElement>('a[href^="#"], button')) {
      opener.focus();
      opener.click();
      await page.until(() => page.element.matches(':state(open)'), 'it does not open');
      assert.equal(page.root.activeElement?.id, 'panel');
      await sendKeys({ press: 'Escape' });
      await page.rest();
      assert.isFalse(page.element.matches(':state(open)'));
      assert.equal(document.activeElement, opener);
    }
    assert.equal(location.hash, '');
  });

  it('its button tells whether it is open, and Escape brings the focus back', async () => {
    const page = await callback(`${ALWAYS} floating`);
    assert.equal(page.launcher.ariaExpanded, 'false');
    page.launcher.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.panel.matches(':popover-open'), 'it does not open');
    assert.equal(page.launcher.ariaExpanded, 'true');
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.equal(page.root.activeElement, page.launcher);
    assert.equal(page.launcher.ariaExpanded, 'false');
  });

  it('one in the page opens in the middle, and a press beside it closes it only where nothing was written', async () => {
    const page = await callback();
    await page.open();
    assert.isTrue(page.panel.matches(':modal'));
    const beside = (): boolean => page.panel.dispatchEvent(new MouseEvent('click', { clientX: 2, clientY: 2, bubbles: true }));
    await page.type('topic', 'Doors');
    beside();
    await page.rest();
    assert.isTrue(page.element.matches(':state(open)'));
    page.element.reset();
    beside();
    await page.rest();
    assert.isFalse(page.element.matches(':state(open)'));
  }); // prettier-ignore

  it('buttons of several widgets stand one above the other, and only one panel is open', async () => {
    const page = await callback(`${ALWAYS} floating`);
    const chat = await faqChat('floating');
    const boxes = () =>
      [page.launcher, chat.part('launcher')].map((button) => button.getBoundingClientRect());
    await waitUntil(() => {
      const [a, b] = boxes();
      return a!.top > b!.bottom || b!.top > a!.bottom;
    }, 'they lie over one another');
    await page.open();
    chat.part('launcher').click();
    await waitUntil(() => chat.get('#panel').checkVisibility(), 'the chat does not open');
    await page.rest();
    assert.isFalse(page.element.matches(':state(open)'));
    const panel = chat.get('#panel').getBoundingClientRect();
    for (const box of boxes()) assert.isAtMost(panel.bottom, box.top, 'no button is covered');
  });

  it("keeps clear of the page's own bar, and comes down again when that goes", async () => {
    const page = await callback(`${ALWAYS} floating`);
    await page.open();
    page.element.close();
    await page.rest();
    const before = page.launcher.getBoundingClientRect().bottom;
    const bar = add(
      '<div style="position:fixed;inset:auto 0 0 0;height:120px;background:#ccc">Cookies</div>',
    );
    await waitUntil(
      () => page.launcher.getBoundingClientRect().bottom <= innerHeight - 120,
      'it covers the bar',
    );
    bar.remove();
    await waitUntil(() => page.launcher.getBoundingClientRect().bottom === before, 'it does not come down');
  });

  it('does not hide what has the focus behind its button (WCAG 2.2, 2.4.11)', async () => {
    const page = await callback(`${ALWAYS} floating`);
    await page.open();
    page.element.close();
    await page.rest();
    const tall = add('<div style="height:3000px;position:relative"><button>Behind</button></div>');
    const behind = tall.querySelector('button')!;
    const box = page.launcher.getBoundingClientRect();
    const { left, top } = tall.getBoundingClientRect();
    Object.assign(behind.style, {
      position: 'absolute',
      left: `${box.left - left + 10}px`,
      top: `${box.top - top + 5}px`,
    });
    const isBehind = (): boolean => {
      const { right, bottom, ...target } = behind.getBoundingClientRect().toJSON() as DOMRect;
      return right > box.left && bottom > box.top && target.top < box.bottom;
    };
    assert.isTrue(isBehind());
    behind.focus({ preventScroll: true });
    await nextFrame();
    assert.isFalse(isBehind());
    scrollTo(0, 0);
  });

  it('where the page can’t be scrolled any further, the button makes way instead', async () => {
    const page = await callback(`${ALWAYS} floating`);
    await page.open();
    page.element.close();
    await page.rest();
    // Fixed at the side: no bar to stand on, since it is taller than most of the window.
    const tall = add('<div style="position:fixed;inset:0 0 0 auto;width:60px"><button style="position:absolute;bottom:24px;inset-inline-end:20px">Last</button></div>');
    tall.querySelector('button')!.focus();
    await waitUntil(() => getComputedStyle(page.get('#dock')).opacity === '0', 'it stays in front');
    page.launcher.focus();
    assert.equal(getComputedStyle(page.get('#dock')).opacity, '1');
  }); // prettier-ignore

  it("is above the page's own modal dialog, and a press on its button opens it there", async () => {
    const page = await callback(`${ALWAYS} floating`);
    await page.open();
    page.element.close();
    await page.rest();
    const dialog = add('<dialog><button>Fine</button></dialog>') as HTMLDialogElement;
    dialog.showModal();
    await page.rest();
    const { left, top, width, height } = page.launcher.getBoundingClientRect();
    const point = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
    // All but the dialog is inert: the platform gives it the press.
    dialog.dispatchEvent(new MouseEvent('click', point));
    await page.until(() => page.panel.matches(':modal'), 'it does not open');
    page.control('phone').focus();
    assert.equal(page.focused, 'phone');
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.isTrue(dialog.open, 'the page’s own dialog is as it was');
    dialog.close();
  });

  it('has its place in the page’s modal dialog, in whatever shadow root that is, and in the one on top', async () => {
    const page = await callback(`${ALWAYS} floating`);
    const chat = await faqChat('floating');
    await page.until(() => page.get('#dock').style.getPropertyValue('--_raise'), 'it has no place');
    const outer = add('<div></div>');
    outer.attachShadow({ mode: 'open' }).innerHTML = '<dialog><button>Fine</button></dialog>';
    const below = outer.shadowRoot!.querySelector('dialog')!;
    const above = add('<dialog><button>Sure?</button></dialog>') as HTMLDialogElement;
    const names = (dialog: Element) =>
      [...(dialog.querySelector(':scope > div')?.shadowRoot?.querySelectorAll('button') ?? [])].map(
        ({ ariaLabel }) => ariaLabel,
      );
    const both = [page.launcher, chat.part('launcher')].map(words);
    below.showModal();
    await page.until(() => names(below).length === 2, 'they are not in the dialog');
    assert.deepEqual(names(below), both);
    above.showModal();
    await page.until(() => names(above).length === 2, 'they are not in the one on top');
    assert.deepEqual(names(below), []);
    above.close();
    await page.until(() => names(below).length === 2, 'they do not come back');
    chat.element.remove();
    await page.until(() => names(below).length === 1, 'one whose element is gone is still there');
    below.close();
    await page.until(() => names(below).length === 0, 'something is left behind');
  });

  it('where there is little room, it takes all of it, and its closing button stays in reach', async () => {
    await setViewport({ width: 320, height: 256 });
    const page = await callback(`${ALWAYS} floating`);
    await page.open();
    assert.isTrue(page.panel.matches(':modal'));
    assert.isAtMost(page.panel.scrollWidth, 320);
    page.all('.panel > .root')[0]!.scrollTop = 10_000;
    const box = page.part('close-button').getBoundingClientRect();
    assert.isAtLeast(box.top, 0);
    assert.isAtMost(box.bottom, 256);
    assert.isAtLeast(page.launcher.offsetHeight, 44);
  });

  it('is gone from the corner when its element is gone', async () => {
    const page = await callback(`${ALWAYS} floating`);
    const chat = await faqChat('floating');
    await page.open();
    page.element.remove();
    await waitUntil(
      () => chat.part('launcher').getBoundingClientRect().bottom > innerHeight - 40,
      'its place stays empty',
    );
  });

  it('taken out of the page while its panel was on its way, it has no place there, and no survey waits for it', async () => {
    const page = await callback(`${ALWAYS} floating`);
    const opening = page.element.show();
    page.element.remove();
    await opening;
    await page.rest();
    assert.isFalse(isAnotherOpen({ host: document.body } as Floating));
  });
});
