import type { SurveyEmailMessages, SurveyScaleMessages } from '../localization/catalogue.js';
import type { Locale } from '../localization/locale.js';
import { surveyEmailWords } from '../localization/survey-email-words.js';
import { answerLabel, FACES, scales, scoresOf, type SurveyLook, type SurveyPreset } from './survey-scales.js';
import { surveyLink } from './survey-link.js';
import { singleLine } from './text.js';
import { parseUrl } from './url.js';

/** Everything that an invitation says, in one language. */
export type SurveyEmailWords = SurveyScaleMessages & SurveyEmailMessages;

export interface SurveyEmailOptions {
  /** Address of the page with the survey: an http(s) URL. */
  readonly page: string;
  /** The survey's name, as in the attribute `survey`. */
  readonly survey: string;
  /** What is asked, as in the attribute `ask`. Default `csat`. */
  readonly ask?: SurveyPreset;
  /** How the answers look. Default: the preset's. `faces` and `stars` are for scales of five. */
  readonly look?: SurveyLook;
  /** Who is asked: a token. */
  readonly respondent?: string;
  /** Default `en`. */
  readonly locale?: Locale;
  /** Direction of the text, where `words` are of a language of your own. Default `ltr`. */
  readonly dir?: 'ltr' | 'rtl';
  /** BCP 47 tag of the text, where it is not `locale`. */
  readonly lang?: string;
  /** Words of your own, by the keys of the catalogue (`csatQuestion`, `choose` …); the others stay. */
  readonly words?: Partial<SurveyEmailWords>;
  /** Name of the company: begins the subject, ends the message. */
  readonly company?: string;
  /** In place of the preset's question. */
  readonly question?: string;
  /** What was done, and for whom, before the question: one paragraph. */
  readonly intro?: string;
  /** In place of the company and the question. */
  readonly subject?: string;
  /** Where somebody says that they don't want these e-mails (RFC 8058 wants the same in a header): http(s) or mailto. */
  readonly unsubscribe?: string;
  /** Address of the privacy policy: http(s). */
  readonly privacy?: string;
}

export interface SurveyEmail {
  /** One line. */
  readonly subject: string;
  /** A whole HTML document. */
  readonly html: string;
  /** The question with its answers alone, to be pasted into a mail of your own. */
  readonly snippet: string;
  /** The same without HTML: one line and one link an answer. */
  readonly text: string;
}

/** Shown where a mail program takes the page's own fonts away. */
const FONT =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Georgian',Arial,sans-serif";
const TEXT = `margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:#1b1d22`;
const SMALL = `${FONT};font-size:14px;line-height:20px;color:#555b66`;
const LINK = 'color:#0b5cad;text-decoration:underline';
const TABLE = 'role="presentation" border="0" cellpadding="0"';

/**
 * An invitation to a survey: the question, with a link for each answer. Mail programs know tables and inline styles, and
 * hardly more: Outlook has neither flex nor the padding of links, so a cell holds each link, with a colour and a border of
 * its own. The answers are words beside their faces and stars, names for who listens, and at least 24 px wide at 320 px.
 * What is given is text, never HTML.
 *
 * @throws TypeError where an address is none (see {@link surveyLink}), or the look is not one of the scale.
 */
export const surveyEmail = (options: SurveyEmailOptions): SurveyEmail => {
  const { ask = 'csat', locale = 'en', company = '', intro = '' } = options;
  const words: SurveyEmailWords = { ...surveyEmailWords[locale], ...options.words };
  const scale = scales[ask];
  const look = options.look ?? scale.look;
  if (!/^(faces|stars|numbers|words)$/.test(look)) throw new TypeError(`look "${look}" is none of faces, stars, numbers, words`);
  if (/faces|stars/.test(look) && scale.max !== 5)
    throw new TypeError(`look "${look}" is for a scale of five, and ${ask} has another`);
  const question = options.question ?? words[`${ask}Question`];
  const page = { page: options.page, survey: options.survey, ...given('respondent', options.respondent) };
  const answers = scoresOf(scale).map((score): Answer => {
    const label = answerLabel(words, ask, score);
    return { score, label, href: surveyLink({ ...page, score }), sign: signOf(look, score) };
  });
  const unsubscribe = address('unsubscribe', options.unsubscribe, /^(https?|mailto):$/);
  const privacy = address('privacy', options.privacy, /^https?:$/);
  const subject = singleLine(options.subject ?? [company, question].filter(Boolean).join(': '));
  const plain = surveyLink(page);

  const list = look === 'faces' || look === 'words';
  const snippet = `<p style="${TEXT};font-size:18px;font-weight:bold">${escape(question)}</p>
${list ? listOf(answers) : rowOf(answers, scale.max)}`;
  const feet = [
    unsubscribe && link(unsubscribe, words.unsubscribe),
    privacy && link(privacy, words.privacyPolicy),
  ];
  const foot = feet.filter(Boolean).join(' &nbsp; ');
  const language = `lang="${escape(options.lang ?? locale)}" dir="${options.dir ?? 'ltr'}"`;
  const html = `<!DOCTYPE html>
<html ${language} xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;padding:0;background-color:#ffffff">
<table ${TABLE} cellspacing="0" width="100%" bgcolor="#ffffff" ${language}>
<tr><td align="center" style="padding:24px 8px">
<table ${TABLE} cellspacing="0" width="100%" style="max-width:560px">
<tr><td align="${options.dir === 'rtl' ? 'right' : 'left'}">
<p style="${TEXT}">${escape(words.greeting)}</p>
${intro ? `<p style="${TEXT}">${escape(intro)}</p>\n` : ''}${snippet}
<p style="${TEXT};margin-top:16px">${escape(words.choose)}</p>
<p style="margin:0 0 16px;${SMALL};word-break:break-all">${escape(words.otherwise)} ${link(plain, plain)}</p>
${company ? `<p style="${TEXT}">${escape(company)}</p>\n` : ''}${foot ? `<p style="margin:0;${SMALL}">${foot}</p>\n` : ''}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  const text = [
    words.greeting,
    intro,
    question,
    words.choose,
    answers.map(({ score, label, href }) => `${label ? `${score}: ${label}` : score}\n${href}`).join('\n'),
    `${words.otherwise}\n${plain}`,
    company,
    [
      unsubscribe && `${words.unsubscribe}: ${unsubscribe}`,
      privacy && `${words.privacyPolicy}: ${privacy}`,
    ]
      .filter(Boolean)
      .join('\n'),
  ];
  return { subject, html, snippet, text: `${text.filter(Boolean).join('\n\n')}\n` };
}; // prettier-ignore

interface Answer {
  readonly score: number;
  /** Empty where only the ends have words. */
  readonly label: string;
  readonly href: string;
  /** A face, a star, or nothing. */
  readonly sign: string;
}

/** One answer below the other: its words are long, and every one counts. */
const listOf = (answers: readonly Answer[]): string => `<table ${TABLE} cellspacing="0" width="100%">
${answers.map((answer) => `<tr><td style="padding:0 0 8px">${cell(answer, `${sign(answer)}${escape(answer.label)}`, 'left')}</td></tr>`).join('\n')}
</table>`; // prettier-ignore

/** Side by side, with the words of the two ends beneath. */
const rowOf = (answers: readonly Answer[], max: number): string => {
  const ends = [answers[0]!, answers[answers.length - 1]!];
  const width = Math.floor(100 / answers.length);
  return `<table ${TABLE} cellspacing="0" width="100%">
<tr>
${answers.map((answer) => `<td width="${width}%" style="padding:0 ${answers.length > 7 ? 0 : 1}px">${cell(answer, `${sign(answer)}${answer.score}`, 'center', max)}</td>`).join('\n')}
</tr>
</table>
<table ${TABLE} cellspacing="0" width="100%">
<tr>
${ends.map((end, index) => `<td width="50%" valign="top" align="${index ? 'right' : 'left'}" style="padding:6px 2px 0;${SMALL};text-align:${index ? 'end' : 'start'}">${end.score}: ${escape(end.label)}</td>`).join('\n')}
</tr>
</table>`;
}; // prettier-ignore

/** Outlook pads no link, so there the cell is padded in its place (`mso-padding-alt`). */
const cell = ({ score, label, href }: Answer, content: string, align: 'left' | 'center', max?: number): string => {
  const padding = align === 'center' ? '12px 0' : '12px 14px';
  const name = max === undefined ? '' : ` aria-label="${escape(`${score}/${max}${label && `: ${label}`}`)}"`;
  return `<table ${TABLE} cellspacing="0" width="100%"><tr><td bgcolor="#ffffff" style="border:1px solid #767c88;border-radius:6px;mso-padding-alt:${padding};text-align:${align === 'left' ? 'start' : align}"><a href="${escape(href)}"${name} style="display:block;padding:${padding};${FONT};font-size:16px;line-height:24px;font-weight:bold;color:#0b5cad;text-decoration:none">${content}</a></td></tr></table>`;
}; // prettier-ignore

const sign = ({ sign }: Answer): string => sign && `<span aria-hidden="true">${sign}</span> `;

const signOf = (look: SurveyLook, score: number): string => {
  if (look === 'faces') return FACES[score - 1] ?? '';
  return look === 'stars' ? '\u2605' : '';
};

const link = (href: string, text: string): string =>
  `<a href="${escape(href)}" style="${LINK}">${escape(text)}</a>`;

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

const address = (name: string, value: string | undefined, schemes: RegExp): string => {
  if (!value) return '';
  const url = parseUrl(value);
  if (!url || !schemes.test(url.protocol))
    throw new TypeError(`${name} "${value}" is not an address for a link`);
  return url.href;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
