import { parseArgs } from 'node:util';
import { readSetupForm } from './inbox/survey-setup-form.js';
import { listProblemText, setupProblemText } from './inbox/survey-words.js';
import { inboxWords } from './inbox/words/words.js';
import { readInput, runCommand } from './surveys/command.js';
import { readInvitationList } from './surveys/invitation-list.js';
import { canInvite } from './surveys/invitation-routes.js';
import { foresee, invite } from './surveys/invite.js';
import type { SurveySetup } from './surveys/setup.js';
import { counted } from './transfer/command.js';

/*
 * `npm run invite -- after-visit people.csv`: invites the people on a list to a survey, each once however often it is run.
 * The receiver sends the mails, now or when it runs next.
 */

const USAGE =
  'npm run invite -- SURVEY LIST.csv [--dry-run] [--page https://… [--ask csat|nps|ces|expectation|recommend] [--lang eu]]';

/** A command speaks English. */
const WORDS = inboxWords(['en']);

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  'page': { type: 'string' },
  'ask': { type: 'string' },
  'lang': { type: 'string' },
} as const;

await runCommand(async (store, settings) => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [survey, path, ...rest] = positionals;
  if (!survey || !path || rest.length) throw new Error(`Name a survey and a list: ${USAGE}`);
  if (!canInvite(settings))
    throw new Error('Invitations cannot be sent: set SMTP_URL, MAIL_TO and PUBLIC_URL, as for the receiver.');
  const { page, ask = 'csat', lang = 'en' } = values;
  const setup = page
    ? newSetup({ id: survey, pageUrl: page, preset: ask, locale: lang })
    : await store.surveys.setup(survey);
  if (!setup)
    throw new Error(
      `The survey "${survey}" is not set up. Do it in the inbox, or name its page: --page https://…`,
    );
  const list = readInvitationList(new TextDecoder().decode(await readInput(path)));
  const isDry = values['dry-run'] === true;
  if (page && !isDry) await store.surveys.saveSetup(setup);
  const outcomes = await (isDry ? foresee : invite)(store.surveys, setup, list.invitees, new Date());
  const { reasons } = WORDS.text.surveys.invitations;
  const lines = [
    ...list.problems.map(({ line, problem }) => [line, listProblemText(WORDS, problem)] as const),
    ...list.invitees.flatMap(({ line }, index) => {
      const outcome = outcomes[index]!;
      return outcome === 'invited' ? [] : [[line, capitalized(reasons[outcome])] as const];
    }),
  ].sort(([a], [b]) => a - b);
  const invited = outcomes.filter((outcome) => outcome === 'invited').length;
  // The lines' numbers, and no address: what a command says ends up in logs.
  return [
    ...lines.map(([line, text]) => `Line ${line}: ${text}`),
    isDry
      ? `Would invite ${counted(invited, 'person', 'people')}.`
      : `Invited ${counted(invited, 'person', 'people')}.`,
  ].join('\n');
});

function newSetup(values: Readonly<Record<string, string>>): SurveySetup {
  const { setup, problems } = readSetupForm(new URLSearchParams(values));
  if (setup) return setup;
  throw new Error(problems.map((problem) => setupProblemText(WORDS, problem)).join('\n'));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
