import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { takeSurveyParameters, type SurveyParameters } from '../../src/submission/survey-link.js';
import type { Settings } from '../../demo/receiver/settings.js';
import { signedIn, type InboxClient } from './inbox-client.js';
import { startMailServer, textOf, type MailServer, type ReceivedMail } from './mail-server.js';
import { startTestReceiver, surveyAnswer, type TestReceiver } from './receiver.js';
import { until } from './support.js';

export const PAGE = 'https://shop.example/inkesta?a=1#survey';
/** What links in mails begin with; a test asks the receiver itself. */
export const PUBLIC_URL = 'https://receiver.example';
export const API_KEY = 'k'.repeat(40);
export const OWNER = 'jabea@shop.example';

export interface InvitingReceiver {
  readonly receiver: TestReceiver;
  readonly server: MailServer;
  readonly inbox: InboxClient;
  /** Uploads a list and presses the button of the page that follows. @returns that page */
  invite(list: string): Promise<string>;
  /** The mails to an address, once there are so many. */
  mailsTo(address: string, count?: number): Promise<readonly ReceivedMail[]>;
}

/** A receiver with a mail server, and a survey `visit` that is set up in its inbox. */
export const startInviting = async (
  t: TestContext,
  over: Partial<Settings> = {},
  setup: Readonly<Record<string, string>> = {},
): Promise<InvitingReceiver> => {
  const server = await startMailServer(t);
  const receiver = await startTestReceiver(t, {
    mail: { smtpUrl: server.url, to: [OWNER], from: 'web@shop.example' },
    publicUrl: PUBLIC_URL,
    surveys: { perMinute: 6_000, apiKey: API_KEY },
    ...over,
  });
  const inbox = await signedIn(receiver);
  const form = { id: 'visit', pageUrl: PAGE, preset: 'csat', locale: 'eu', quietDays: '0', ...setup };
  assert.equal((await inbox.submit('/inbox/surveys', form)).status, 303, 'the survey is set up');
  const mailsTo = async (address: string, count = 1) => {
    const found = () => server.mails.filter(({ to }) => to.includes(address));
    await until(() => found().length >= count, `${count} mails to ${address}`);
    return found();
  };
  const invite = async (list: string) => {
    const preview = await previewOf(receiver, inbox, list);
    const [, value = ''] = /name="list" value="([^"]*)"/.exec(preview) ?? [];
    const sent = await inbox.submit('/inbox/surveys/visit/invitations', { list: unescaped(value) });
    assert.equal(sent.status, 303);
    return preview;
  };
  return { receiver, server, inbox, invite, mailsTo };
};

/** The page that an upload is answered with. */
export const previewOf = async (
  { url }: TestReceiver,
  { cookie, page }: InboxClient,
  list: string | Uint8Array<ArrayBuffer>,
): Promise<string> => {
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page('/inbox'))?.[1] ?? '';
  const form = new FormData();
  form.set('csrf', csrf);
  form.set('file', new File([list], 'bezeroak.csv'));
  const response = await fetch(`${url}/inbox/surveys/visit/invitations/preview`, {
    method: 'POST',
    headers: { Cookie: cookie },
    body: form,
  });
  assert.equal(response.status, 200);
  return response.text();
};

const ENTITIES: Readonly<Record<string, string>> = {
  'amp': '&',
  'lt': '<',
  'gt': '>',
  'quot': '"',
  '#39': "'",
};
export const unescaped = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!);

/** The links for answers in a mail, the lowest score first, and the one without a score. */
export const linksOf = (mail: ReceivedMail): readonly { url: URL; parameters: SurveyParameters }[] =>
  [...textOf(mail).matchAll(/^https:\S+$/gm)].flatMap(([href]) => {
    const url = new URL(href);
    const { parameters } = takeSurveyParameters(url.search);
    return parameters ? [{ url, parameters }] : [];
  });

/** The address in a mail by which somebody wants no more, at the receiver of the test. */
export const unsubscribeUrl = ({ url }: TestReceiver, mail: ReceivedMail): string => {
  const [, address = ''] = /^<([^>]+)>$/.exec(mail.headers.get('list-unsubscribe') ?? '') ?? [];
  assert.ok(address.startsWith(`${PUBLIC_URL}/unsubscribe/`), address);
  return address.replace(PUBLIC_URL, url);
};

/** What the survey sends for a link of a mail. */
export const answerTo = (parameters: SurveyParameters, over: Readonly<Record<string, unknown>> = {}) => {
  const { survey, score, respondent } = parameters;
  return surveyAnswer({ survey, respondent, score: Number(score), ...over });
};
