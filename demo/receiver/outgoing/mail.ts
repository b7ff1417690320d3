import { createTransport } from 'nodemailer';
import type { StoredSubmission } from '../store/store.js';
import { isEmail } from '../../../src/validation/email.js';
import { DeliveryError, systemCode, type Delivery } from './delivery.js';
import { mailSubject, mailText } from './mail-text.js';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string;
  readonly to: readonly string[];
  readonly from: string;
}

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/**
 * A mail to the owner for each submission. Message-ID and date are those of the first attempt, for ever: where a
 * server took a mail and died before it said so, the second one is the same, and mail programs can tell.
 *
 * @param inboxUrl where the message is read and answered, if that is known
 */
export const mailDelivery = ({ smtpUrl, to, from }: MailSettings, inboxUrl: string | undefined): Delivery => {
  const transport = createTransport({
    url: smtpUrl,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    channel: 'mail',
    async deliver({ id, createdAt }, submission) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          date: new Date(createdAt),
          from,
          to: [...to],
          ...replyTo(submission),
          subject: mailSubject(submission),
          text: mailText(submission, inboxUrl),
          // No machine should thank the sender for it (RFC 3834 §5).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw deliveryError(error);
      }
    },
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

/** 5yz is for good (RFC 5321 §4.2.1), but for the password, which the owner may have to mend. */
const deliveryError = (error: unknown): DeliveryError => {
  const code = systemCode(error);
  const { responseCode, response } = error as { responseCode?: unknown; response?: unknown };
  if (typeof responseCode !== 'number')
    return new DeliveryError(`The mail was not taken (${code}).`, { code });
  return new DeliveryError(`The mail server answered: ${String(response)}`, {
    code: `${responseCode}`,
    isFinal: responseCode >= 500 && code !== 'EAUTH',
  });
};
