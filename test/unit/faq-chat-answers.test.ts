import { assert } from '@open-wc/testing';
import { faqChat, FAQ } from './faq-chat-support.js';
import { listenToConsole, words } from './support.js';

/** What an attacker, or a careless owner, may have put into an FAQ. */
const HOSTILE: readonly (readonly [name: string, html: string])[] = [
  ['an image that fails', '<img src="x:" alt="a" onerror="void 0" onmouseover="hacked = true">'],
  ['an SVG that loads', '<svg onload="hacked = true"><circle onclick="hacked = true"/></svg>'],
  ['a script', '<script>hacked = true</script>'],
  ['a frame', '<iframe srcdoc="<script>void 0</script>"></iframe>'],
  ['a script address', '<a href="javascript:hacked = true">press me</a>'],
  ['a script address in disguise', '<a href="JaVa\tscript:hacked = true">press me</a>'],
  ['a script address in entities', '<a href="&#106;avascript:hacked = true">press me</a>'],
  ['a document in an address', '<a href="data:text/html,<script>hacked = true</script>">press me</a>'],
  ['a VBScript address', '<a href="vbscript:x">press me</a>'],
  ['a host that looks like a path', '<a href="//evil.example/x">press me</a>'],
  ['the same with a backslash', '<a href="/\\evil.example/x">press me</a>'],
  ['a password in an address', '<a href="https://user:pass@evil.example/">press me</a>'],
  ['a form', '<form action="https://evil.example"><input name="password"><button>Go</button></form>'],
  ['a style', '<p style="position: fixed; inset: 0" class="x" id="log" onclick="hacked = true">text</p><style>*{display:none}</style>'],
  ['a picture of an unknown kind', '<img src="data:image/svg+xml,<svg onload=hacked=true>" alt="picture">'],
  ['MathML', '<math><mi href="javascript:hacked = true">x</mi></math>'],
  ['an element of the page', '<x-evil onclick="hacked = true">text <b onmouseover="hacked = true">bold</b></x-evil>'],
]; // prettier-ignore

const SAFE_ATTRIBUTES = /^(href|src|alt|lang|dir|title|target|rel|loading|referrerpolicy|width|height)$/;

const assertHarmless = (answer: Element): void => {
  for (const element of answer.querySelectorAll('*')) {
    assert.notMatch(element.localName, /script|style|iframe|svg|math|form|input|button|^x-/);
    for (const { name, value } of element.attributes) {
      assert.match(name, SAFE_ATTRIBUTES, element.localName);
      if (/href|src/.test(name)) assert.match(value, /^(https?:\/\/(?!evil|.*@)|mailto:|tel:)/);
    }
    element.addEventListener('click', (event) => event.preventDefault());
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  }
  assert.isUndefined((window as { hacked?: unknown }).hacked);
};

describe('an answer', () => {
  const said = listenToConsole();

  for (const [name, html] of HOSTILE) {
    it(`in the page's own HTML is text or nothing where it is ${name}`, async () => {
      // A template, so that the page itself runs none of it.
      const page = await faqChat('', '');
      const details = document.createElement('details');
      const template = document.createElement('template');
      template.innerHTML = `<summary>Is this safe?</summary><p>It is harmless.</p>${html}`;
      details.append(template.content);
      page.element.append(details);
      delete (window as { hacked?: unknown }).hacked;
      await page.rest();
      await page.ask('is this safe');
      assert.include(page.last, 'It is harmless.');
      assertHarmless(page.shownAnswer);
    });
  }

  it('as Markdown has paragraphs, lists, links and emphasis, and HTML as text', async () => {
    const page = await faqChat('', '');
    page.element.entries = [
      {
        question: 'Is this safe?',
        answer:
          'Yes, **very** *much*, see [here](https://example.com/a) and `code`.\n\n- one\n- two\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![pixel](https://evil.example/p.gif)',
      },
    ];
    await page.rest();
    await page.ask('is this safe');
    const { shownAnswer: answer } = page;
    assert.equal(answer.querySelector('strong')?.textContent, 'very');
    assert.equal(answer.querySelector('em')?.textContent, 'much');
    assert.equal(answer.querySelector('code')?.textContent, 'code');
    assert.deepEqual([...answer.querySelectorAll('li')].map(words), ['one', 'two']);
    assert.deepEqual(
      [...answer.querySelectorAll('a')].map(({ href }) => href),
      ['https://example.com/a'],
    );
    assert.include(words(answer), '<img src=x onerror=alert(1)> [x](javascript:alert(1)) pixel');
    assertHarmless(answer);
  });

  it('has its headings beneath that of the panel', async () => {
    const page = await faqChat(
      'heading-level="3"',
      '<details><summary>What is there?</summary><h2>Big</h2><p>One</p><h3>Small</h3><p>Two</p></details>',
    );
    await page.ask('what is there');
    const levels = [...page.shownAnswer.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(
      ({ localName }) => localName,
    );
    assert.deepEqual(levels, ['h4', 'h5']);
  });

  it('says of a link that it opens in a new tab, and gives nothing away', async () => {
    const page = await faqChat(
      '',
      '<details><summary>Where is it?</summary><a href="https://example.com" target="_blank">There</a></details>',
    );
    await page.ask('where is it');
    const link = page.shownAnswer.querySelector('a')!;
    assert.equal(words(link), 'There (opens in a new tab)');
    assert.equal(link.rel, 'noopener');
  });

  it('that says nothing is none', async () => {
    const page = await faqChat('', '<details><summary>What is the meaning of life?</summary> </details>');
    await page.ask('what is the meaning of life');
    assert.include(page.last, 'I do not know the answer to that.');
  });

  it('follows what the owner changes', async () => {
    const page = await faqChat();
    page.element.querySelector('#hours p')!.textContent = 'Always.';
    page.element.querySelector('#hours summary')!.textContent = 'When can I come?';
    await page.rest();
    await page.ask('when can I come');
    assert.include(page.last, 'Always.');
  });

  it('in another language says so', async () => {
    const page = await faqChat('locale="en"', `<div lang="eu">${FAQ}</div>`);
    await page.ask('when are you open');
    assert.equal(page.shownAnswer.lang, 'eu');
    assert.deepEqual(said, []);
  });

  it('in another language says so, and so does each question that can be pressed', async () => {
    const page = await faqChat('locale="en"', `<div lang="eu">${FAQ}</div>`);
    const languages = (selector: string): string[] => [
      ...new Set(page.all(selector).map(({ lang }) => lang)),
    ];
    assert.deepEqual(languages('.choices [part=suggestion]'), ['eu']);
    await page.ask('when are you open');
    assert.deepEqual(languages('.choices [part=suggestion]'), ['eu']);
    await page.type('question', 'invoice');
    await page.until(() => page.get('textarea').ariaExpanded === 'true', 'nothing is suggested');
    assert.deepEqual(languages('[role=option]'), ['eu']);
  });
});

describe('questions from elsewhere', () => {
  const said = listenToConsole();
  const warned = listenToConsole('warn');
  const suggestions = (page: Awaited<ReturnType<typeof faqChat>>): string[] =>
    page.all('[part=suggestion]').map(words);
  const json = (data: unknown): string => URL.createObjectURL(new Blob([JSON.stringify(data)]));

  it('come from the structured data of the page', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': 'FAQPage',
          'mainEntity': [
            {
              '@type': 'Question',
              'name': 'Do you ship abroad?',
              'acceptedAnswer': {
                '@type': 'Answer',
                'text':
                  '<p>Yes, <b>everywhere</b>.<script>hacked = true</script><img src=x onerror="hacked = true"></p>',
              },
            },
          ],
        },
      ],
    });
    document.head.append(script);
    const page = await faqChat('from="page"');
    await page.ask('do you ship abroad');
    assert.include(page.last, 'Yes, everywhere.');
    assert.equal(page.shownAnswer.querySelector('b')?.textContent, 'everywhere');
    assertHarmless(page.shownAnswer);
    script.remove();
  });

  it('come from the details of another element', async () => {
    const page = await faqChat('from="#faq"', '', { around: `<div id="faq">${FAQ}</div>{chat}` });
    assert.include(suggestions(page), 'When are you open?');
  });

  it('come as JSON, and what is unknown in it is told once', async () => {
    const page = await faqChat('', '');
    page.element.entries = { entries: [{ question: 'A?', answer: 'B.', colour: 'red' } as never] };
    await page.rest();
    assert.deepEqual(suggestions(page), ['A?']);
    assert.lengthOf(warned, 1);
    assert.include(warned[0], 'colour');
  });

  it('over HTTP are there once they have come', async () => {
    const { fetch: original } = window;
    window.fetch = async () => new Response('{"entries":[{"question":"A?","answer":"B."}]}');
    const page = await faqChat('src="/faq.json"', '');
    await page.until(() => suggestions(page).length, 'no question has come');
    assert.deepEqual(suggestions(page), ['A?']);
    window.fetch = original;
  });

  it('over HTTP answer also who has asked before they came', async () => {
    const { fetch: original } = window;
    let come!: (response: Response) => void;
    window.fetch = () => new Promise((resolve) => (come = resolve));
    const page = await faqChat('src="/faq.json"', '');
    await page.type('question', 'when are you open');
    page.submitButton.click();
    await page.until(() => page.messages.length === 2, 'it is not asked');
    assert.equal(page.last, 'when are you open', 'nobody says yet that they do not know');
    come(new Response('{"entries":[{"question":"When are you open?","answer":"From nine."}]}'));
    await page.until(() => page.messages.length === 3, 'nothing was answered');
    assert.include(page.last, 'From nine.');
    window.fetch = original;
  });

  for (const [attribute, why] of [
    ['src="javascript:x"', 'not an http(s) address'],
    ['src="/nowhere.json"', 'it answered 404'],
    ['from="#nowhere"', 'no such element'],
    ['from="here"', 'neither "page"'],
  ] as const) {
    it(`that can't be had are told once, and the HTML inside answers: ${attribute}`, async () => {
      const page = await faqChat(attribute);
      await page.until(() => said.length > 0, 'nothing is told');
      page.element.requestUpdate();
      await page.rest();
      assert.lengthOf(said, 1);
      assert.include(said[0], attribute);
      assert.include(said[0], why);
      assert.include(suggestions(page), 'When are you open?');
    });
  }

  it('without an end are read no further than an FAQ is long, and the HTML inside answers', async () => {
    const { fetch: original } = window;
    let pieces = 0;
    let isLeft = false;
    const endless = new ReadableStream({
      pull: (stream) => {
        pieces++;
        stream.enqueue(new Uint8Array(2 ** 20).fill(32));
      },
      cancel: () => void (isLeft = true),
    });
    window.fetch = async () => new Response(endless);
    const page = await faqChat('src="/faq.json"');
    await page.until(() => said.length > 0, 'nothing is told');
    window.fetch = original;
    assert.include(said[0], 'its answer is too long');
    assert.isTrue(isLeft);
    assert.isBelow(pieces, 25);
    assert.include(suggestions(page), 'When are you open?');
  });

  it('of a wrong shape are told with their place', async () => {
    const page = await faqChat();
    page.element.entries = { entries: [{ question: 'A?', answer: 'B' }, { question: 5 } as never] };
    await page.rest();
    assert.match(said.join(), /entries\[1\]\.question is no text/);
    assert.include(suggestions(page), 'When are you open?');
    URL.revokeObjectURL(json({}));
  });
});
