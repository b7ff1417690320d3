import { deliver } from '/dist/delivery/deliver.js';
import { mintSubmissionId } from '/dist/submission/submission-id.js';
import { buildRecord } from '/dist/submission/record.js';

/**
 * Sends one message that says that it is a test, by the same code as the widgets, and tells what came back.
 *
 * @param {{ endpoint: string, profile: string, hidden: [string, string][] }} target
 * @param {import('../../builder/words/words.js').ScriptWords} words
 * @returns {Promise<{ good: boolean, lines: string[] }>} sentences for the owner
 */
export async function checkEndpoint({ endpoint, profile, hidden }, words) {
  const id = mintSubmissionId();
  const record = buildRecord({
    id,
    widget: 'contact',
    createdAt: new Date(),
    locale: document.documentElement.lang,
    fields: [
      ['topic', 'question'],
      ['name', words.testName],
      ['email', 'test@example.com'],
      ['subject', words.testSubject],
      ['message', words.testMessage],
    ],
    ownFields: [...hidden, ['harreman_test', 'true']],
    // Without the fragment, which has what was chosen.
    context: { page_url: location.origin + location.pathname, page_title: document.title },
  });
  const outcome = await deliver({ endpoint, record, ...(profile && { profile }) });
  switch (outcome.state) {
    case 'sent':
      return { good: true, lines: [words.taken, `${words.lookFor}: ${id}`] };
    case 'rejected':
      return {
        good: false,
        lines: [
          words.refused,
          `${words.status}: ${outcome.status}`,
          ...outcome.errors.map(
            ({ field, message, code }) =>
              `${field ?? words.wholeMessage}: ${message ?? code ?? words.noReason}`,
          ),
          words.refusedAdvice,
        ],
      };
    default:
      return { good: false, lines: await explain(outcome, endpoint, words) };
  }
}

async function explain({ reason, status, diagnosis, arrived, retryAfter }, endpoint, words) {
  const reasons = {
    network: () => whichNetwork(endpoint, words),
    offline: () => words.offline,
    timeout: () => words.timeout,
    busy: () => words.busy,
    unreadable: () => words.unreadable,
    blocked: () => words.blocked,
  };
  const why = await reasons[reason]?.();
  return [
    ...(why ? [why] : []),
    ...(status === undefined ? [] : [`${words.status}: ${status}`]),
    ...(retryAfter ? [`${words.waitSeconds}: ${Math.ceil(retryAfter / 1000)}`] : []),
    arrived === 'unknown' ? words.maybeArrived : words.notArrived,
    `${words.detail}: ${diagnosis}`,
  ];
}

/** A browser does not tell a refusal by CORS from a server that is not there. A question without CORS does. */
async function whichNetwork(endpoint, words) {
  try {
    await fetch(endpoint, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', cache: 'no-store' });
  } catch {
    return words.nobody;
  }
  return `${words.cors}: ${location.origin}`;
}
