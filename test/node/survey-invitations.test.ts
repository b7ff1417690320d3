/** The links and e-mails that invite to a survey: written where there is no page. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { locales } from '../../src/localization/locale.js';
import { surveyEmail, type SurveyEmailOptions } from '../../src/submission/survey-email.js';
import { surveyLink, takeSurveyParameters } from '../../src/submission/survey-link.js';
import { scales, scoresOf, type SurveyPreset } from '../../src/submission/survey-scales.js';

const PAGE = 'https://ataria.example/iritzia?from=a%20b&x#part';

describe('the link of an answer', () => {
  test('keeps what the address has, and adds who, what and which', () => {
    assert.equal(
      surveyLink({ page: PAGE, survey: 'house & garden', score: 4, respondent: 'a.b+c/d=' }),
      'https://ataria.example/iritzia?from=a%20b&x&harreman-survey=house%20%26%20garden&harreman-score=4&harreman-respondent=a.b%2Bc%2Fd%3D#part',
    );
    assert.equal(
      surveyLink({ page: 'https://a.example', survey: 's' }),
      'https://a.example/?harreman-survey=s',
    );
  });

  test('has each of them once, whatever the address had', () => {
    const once = surveyLink({
      page: surveyLink({ page: PAGE, survey: 'a', score: 1, respondent: 'x' }),
      survey: 'b',
      score: 0,
    });
    assert.equal(once, 'https://ataria.example/iritzia?from=a%20b&x&harreman-survey=b&harreman-score=0#part');
  });

  for (const [what, options] of [
    ['no address', { page: 'iritzia', survey: 's' }],
    ['an address of a script', { page: 'javascript:alert(1)', survey: 's' }],
    ['no survey', { page: PAGE, survey: '' }],
    ['half a score', { page: PAGE, survey: 's', score: 4.5 }],
    ['NaN', { page: PAGE, survey: 's', score: NaN }],
  ] as const)
    test(`is not made of ${what}`, () => assert.throws(() => surveyLink(options), TypeError));

  test('is taken apart on the page, which keeps its own parameters as they were written', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    const own = fc.array(
      fc.stringMatching(/^[a-z%20+=[\]]{1,8}$/).filter((pair) => pair.replace(/[&#?]/g, '') !== ''),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 10 }), own, (survey, respondent, score, pairs) => {
        const page = `https://a.example/?${pairs.join('&')}`;
        const { search } = new URL(surveyLink({ page, survey, score, respondent }));
        const taken = takeSurveyParameters(search);
        assert.deepEqual(taken.parameters, {
          survey: new URLSearchParams({ survey }).get('survey'),
          score: `${score}`,
          respondent: new URLSearchParams({ respondent }).get('respondent'),
        });
        assert.equal(taken.search, new URL(page).search);
      }),
    );
    assert.deepEqual(takeSurveyParameters('?a=1'), { search: '?a=1' });
  });
});

const base: SurveyEmailOptions = {
  page: PAGE,
  survey: 'cleaning',
  respondent: 'token.1',
  company: 'Ataria',
  unsubscribe: 'https://ataria.example/stop?t=1&u=2',
  privacy: 'https://ataria.example/privacy',
};
const hrefs = (html: string): string[] =>
  [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
const PRESETS = Object.keys(scales) as SurveyPreset[];

describe('the e-mail', () => {
  for (const locale of locales)
    for (const ask of PRESETS)
      test(`${ask} in ${locale}: a link for each answer, the same in HTML and text, and every one has a name`, () => {
        const { subject, html, text, snippet } = surveyEmail({ ...base, locale, ask });
        const links = scoresOf(scales[ask]).map((score) =>
          surveyLink({ page: PAGE, survey: 'cleaning', score, respondent: 'token.1' }),
        );
        assert.deepEqual(hrefs(snippet), links);
        assert.deepEqual(hrefs(html).slice(0, links.length), links);
        for (const link of links) assert.ok(text.includes(`\n${link}\n`), link);
        assert.match(subject, /^Ataria: ./);
        assert.match(html, new RegExp(`<html lang="${locale}" dir="ltr"`));
        const names = [...snippet.matchAll(/<a [^>]*?(?:aria-label="([^"]+)")?[^>]*>(.*?)<\/a>/g)].map(
          ([, label, content]) => label ?? content!.replace(/<span aria-hidden.*?<\/span>/g, ''),
        );
        assert.ok(
          names.every((name) => /[\p{L}\d]/u.test(name)),
          names.join(),
        );
        assert.equal(new Set(names).size, links.length, 'each is called otherwise');
      });

  test('is what mail programs know: tables for layout, styles in their place, nothing that flows or runs', () => {
    for (const ask of PRESETS) {
      const { html } = surveyEmail({ ...base, ask });
      assert.ok(
        [...html.matchAll(/<table/g)].length === [...html.matchAll(/<table role="presentation"/g)].length,
      );
      assert.doesNotMatch(html, /flex|grid|<style|<script|<img|position:|class=|float:|var\(/);
      // A cell holds each link with a colour of its own, and pads it where the link can't.
      for (const [cell] of html.matchAll(/<td bgcolor[^>]+>/g))
        assert.match(cell, /bgcolor="#ffffff".*mso-padding-alt/);
      assert.ok(html.length < 40_000, 'Gmail cuts a mail at 102 KB');
    }
  });

  test('shows what it is given as text', () => {
    const evil = '<img src=x onerror=alert(1)> & "\'';
    const { html, subject, text } = surveyEmail({
      ...base,
      company: evil,
      question: evil,
      intro: evil,
      survey: evil,
      respondent: evil,
      subject: 'a\r\nBcc: x@y.z',
    });
    assert.doesNotMatch(html, /<img|onerror=alert\(1\)>/);
    assert.equal(subject, 'a Bcc: x@y.z');
    assert.ok(text.includes(evil));
  });

  test('reads from right to left in a language of one’s own', () => {
    const { html } = surveyEmail({ ...base, lang: 'ar', dir: 'rtl', words: { csatQuestion: 'ما رأيك؟' } });
    assert.match(html, /<html lang="ar" dir="rtl"/);
    assert.match(html, /ما رأيك؟/);
  });

  for (const [what, wrong] of [
    ['faces for eleven answers', { ask: 'nps', look: 'faces' }],
    ['a look that there is not', { look: 'hearts' as 'faces' }],
    ['an address to stop that is none', { unsubscribe: 'javascript:alert(1)' }],
    ['a policy without an address', { privacy: 'privacy' }],
  ] as const)
    test(`is not made with ${what}`, () =>
      assert.throws(() => surveyEmail({ ...base, ...wrong }), TypeError));

  test('in the demo is the file that is kept: a real mail, as a mail program gets it', async () => {
    const mail = surveyEmail({
      page: 'https://txolarre.example/iritzia.html',
      survey: 'garbiketa',
      respondent: 'demo.0001',
      locale: 'eu',
      company: 'Txolarre',
      intro: 'Atzo zure etxea garbitu genuen. Esango zeniguke zer moduz joan den?',
      unsubscribe: 'https://txolarre.example/iritzia.html?utzi',
      privacy: 'https://txolarre.example/pribatutasuna.html',
    });
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    const { message } = await transport.sendMail({
      from: 'Txolarre <kaixo@txolarre.example>',
      to: 'ane@example.com',
      date: new Date('2026-11-26T09:00:00Z'),
      messageId: '<garbiketa-0001@txolarre.example>',
      headers: { 'List-Unsubscribe': '<https://txolarre.example/iritzia.html?utzi>' },
      // The boundary is made of it.
      boundaryPrefix: 'harreman',
      ...mail,
    });
    const written = (message as Buffer).toString('utf8');
    const same = (text: string) =>
      text
        .replace(/harreman-[\w-]+-Part_\d|--_?harreman[^"\n;]*|boundary="[^"]+"/g, 'BOUNDARY')
        .replace(/--[-\w.=?]*Part_\d-?-?/g, 'BOUNDARY');
    const file = 'test/fixtures/survey-invitation.eml';
    if (process.env['WRITE_FIXTURES']) (await import('node:fs')).writeFileSync(file, written);
    assert.equal(same(written), same(readFileSync(file, 'utf8')));
  });
});

describe('on the command line', () => {
  const command = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/survey-link.ts', ...words], {
      encoding: 'utf8',
    });

  test('a link, the links of all answers, and a mail', () => {
    assert.equal(
      command('--page', PAGE, '--survey', 's', '--score', '3').stdout,
      `${surveyLink({ page: PAGE, survey: 's', score: 3 })}\n`,
    );
    const lines = command('--page', PAGE, '--survey', 's', '--ask', 'nps', '--respondent', 'r')
      .stdout.trim()
      .split('\n');
    assert.equal(lines.length, 11);
    assert.equal(lines[10], `10\t${surveyLink({ page: PAGE, survey: 's', score: 10, respondent: 'r' })}`);
    const mail = command(
      '--page',
      PAGE,
      '--survey',
      's',
      '--ask',
      'ces',
      '--email',
      'text',
      '--locale',
      'lv',
      '--company',
      'SIA',
    );
    assert.equal(
      mail.stdout,
      surveyEmail({ page: PAGE, survey: 's', ask: 'ces', locale: 'lv', company: 'SIA' }).text,
    );
    assert.match(command('--help').stdout, /--respondent/);
  });

  test('what is wrong is said in a sentence, and fails', () => {
    for (const [words, message] of [
      [['--page', 'x', '--survey', 's'], /page "x" is not an http\(s\) address/],
      [['--page', PAGE, '--survey', 's', '--score', 'four'], /whole number/],
      [['--page', PAGE, '--survey', 's', '--ask', 'joy'], /--ask "joy"/],
      [['--colour', 'red'], /no option --colour/],
      [['--page'], /--page has no value/],
      [['--page', PAGE, '--survey', 's', '--email', 'html', '--locale', 'tlh'], /--locale "tlh"/],
    ] as const) {
      const { status, stderr, stdout } = command(...words);
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });

  test('is in the package under its name', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
    const out = execFileSync(
      process.execPath,
      [bin['harreman-survey-link']!, '--page', PAGE, '--survey', 's'],
      { encoding: 'utf8' },
    );
    assert.equal(out, `${surveyLink({ page: PAGE, survey: 's' })}\n`);
  });
});

test('an English invitation does not end in words that spam filters count against it', () => {
  const { text, html } = surveyEmail({
    page: 'https://ataria.example/',
    survey: 'visit',
    unsubscribe: 'https://ataria.example/stop',
  });
  // The rule END_FUTURE_EMAILS of SpamAssassin.
  for (const each of [text, html])
    assert.doesNotMatch(each, /\b(?:stop|end|cease|discontinue) (?:these|our) e-?mails?\b/i);
});
