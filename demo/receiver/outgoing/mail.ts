import type { StoredSubmission } from '../store/store.js';
import { isEmail } from '../../../src/validation/email.js';
import type { Locale } from '../../../src/localization/locale.js';
import { inboxWords } from '../inbox/words/words.js';
import type { Delivery } from './delivery.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { MailServer, type MailSettings } from './mail-server.js';
import { mailSubject, mailText } from './mail-text.js';

/**
 * A mail to the owner for each submission.
 *
 * @param inboxUrl where the message is read and answered, if that is known
 * @param timeZone the company's, in which times of appointments are written
 * @param language of the owner
 */
export const mailDelivery = (
  settings: MailSettings,
  inboxUrl: string | undefined,
  timeZone: TimeZone,
  language: Locale = 'en',
): Delivery => {
  const words = inboxWords([language]);
  const server = new MailServer(settings);
  const { from, to } = settings;
  return {
    channel: 'mail',
    deliver: (message, submission) =>
      server.send(message, {
        from,
        to: [...to],
        ...replyTo(submission),
        subject: mailSubject(words, submission, timeZone),
        text: mailText(words, submission, inboxUrl, timeZone),
      }),
  };
};

/**
 * The visitor's address, where it is one and any server can carry it: what is not ASCII before the `@` needs SMTPUTF8
 * (RFC 6531), and a mail that can't be delivered is worse than an address that must be copied from its text.
 */
const replyTo = ({ fields: { email } }: StoredSubmission) =>
  typeof email === 'string' && isEmail(email) && /^[\x21-\x7E]+@/.test(email)
    ? { replyTo: { name: '', address: email } }
    : {};
