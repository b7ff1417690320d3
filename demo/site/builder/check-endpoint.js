import { deliver } from '/dist/delivery/deliver.js';
import { mintSubmissionId } from '/dist/submission/submission-id.js';
import { buildRecord } from '/dist/submission/record.js';

/**
 * Sends one message that says that it is a test, by the same code as the widgets, and tells what came back.
 *
 * @param {{ endpoint: string, profile: string, hidden: [string, string][] }} target
 * @returns {Promise<{ good: boolean, lines: string[] }>} sentences for the owner
 */
export async function checkEndpoint({ endpoint, profile, hidden }) {
  const id = mintSubmissionId();
  const record = buildRecord({
    id,
    widget: 'contact',
    createdAt: new Date(),
    locale: 'en',
    fields: [
      ['topic', 'question'],
      ['name', 'Test of Harreman'],
      ['email', 'test@example.com'],
      ['subject', 'TEST: please ignore'],
      ['message', 'TEST. This message was sent by the snippet builder, to see whether the endpoint takes messages.'],
    ],
    ownFields: [...hidden, ['harreman_test', 'true']],
    context: { page_url: location.href, page_title: document.title },
  }); // prettier-ignore
  const outcome = await deliver({ endpoint, record, ...(profile && { profile }) });
  const number = `It has the submission_id ${id}: look for it where your messages arrive.`;
  switch (outcome.state) {
    case 'sent':
      return { good: true, lines: ['The endpoint has taken the test message.', number] };
    case 'rejected':
      return {
        good: false,
        lines: [
          `The endpoint was reached and answers, but finds something wrong with the message (status ${outcome.status}):`,
          ...outcome.errors.map(({ field, message, code }) => `${field ?? 'whole message'}: ${message ?? code ?? 'no reason given'}`),
          'What a visitor writes must get past this. Change the rules there, or name the fields as it wants them.',
        ],
      }; // prettier-ignore
    default:
      return { good: false, lines: await explain(outcome, endpoint) };
  }
}

async function explain({ reason, status, diagnosis, arrived, retryAfter }, endpoint) {
  const lines = [];
  if (status !== undefined) lines.push(`The endpoint was reached and answered with status ${status}.`);
  if (reason === 'network') lines.push(await whichNetwork(endpoint));
  else if (reason === 'offline') lines.push('This device is offline: nothing was sent.');
  else if (reason === 'busy') lines.push(`It asks to wait${retryAfter ? ` ${Math.ceil(retryAfter / 1000)} seconds` : ''}: try again later.`);
  else if (reason === 'unreadable') lines.push('Its answer does not say that it has the message: a page, perhaps, or another kind of answer than this profile expects. Another profile may fit.'); // prettier-ignore
  lines.push(`In detail: ${diagnosis}`);
  lines.push(
    arrived === 'unknown'
      ? 'Whether the test message arrived, nobody can say from here: look where your messages arrive.'
      : 'The test message did not arrive.',
  );
  return lines;
}

/** A browser does not tell a refusal by CORS from a server that is not there. A question without CORS does. */
async function whichNetwork(endpoint) {
  try {
    await fetch(endpoint, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', cache: 'no-store' });
  } catch {
    return 'Nothing answers at this address: a typing error, a server that is down, or something in this browser that blocks it.';
  }
  return `A server answers at this address, but it does not allow this page (${location.origin}) to read its answers: CORS. There it has to allow your site, or another profile (form, text) does without the question that was refused.`;
}
