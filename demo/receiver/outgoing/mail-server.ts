import { createTransport } from 'nodemailer';
import type { OutgoingMessage } from '../store/outgoing.js';
import { DeliveryError, systemCode } from './delivery.js';
import { isDeadAddress } from './enhanced-status.js';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string;
  /** The owner. */
  readonly to: readonly string[];
  readonly from: string;
}

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** A mail without what all have in common. */
type Mail = Omit<
  Parameters<ReturnType<typeof createTransport>['sendMail']>[0],
  'messageId' | 'date' | 'headers'
>;

/** The owner's mail server. */
export class MailServer {
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #domain: string;

  constructor({ smtpUrl, from }: MailSettings) {
    this.#transport = createTransport({
      url: smtpUrl,
      ...TIMEOUTS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.#domain = from.slice(from.lastIndexOf('@') + 1);
  }

  /**
   * Sends a mail. Message-ID and date are those of the first attempt, for ever: where a server took a mail and died
   * before it said so, the second one is the same, and mail programs can tell.
   * @throws {DeliveryError}
   */
  async send(
    { id, createdAt }: Pick<OutgoingMessage, 'id' | 'createdAt'>,
    mail: Mail,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    try {
      await this.#transport.sendMail({
        ...mail,
        messageId: `<${id}@${this.#domain}>`,
        date: new Date(createdAt),
        // No machine should thank the sender for it (RFC 3834 §5).
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      });
    } catch (error) {
      throw deliveryError(error);
    }
  }
}

/** 5yz is for good (RFC 5321 §4.2.1), but for the password, which the owner may have to mend. */
const deliveryError = (error: unknown): DeliveryError => {
  const code = systemCode(error);
  const { responseCode, response, command } = error as Record<string, unknown>;
  if (typeof responseCode !== 'number')
    return new DeliveryError(`The mail was not taken (${code}).`, { code });
  const isFinal = responseCode >= 500 && code !== 'EAUTH';
  return new DeliveryError(`The mail server answered: ${String(response)}`, {
    code: `${responseCode}`,
    isFinal,
    isAddressRefused: isFinal && command === 'RCPT TO' && isAboutAddress(String(response)),
  });
};

/** Servers refuse recipients also for who sends to them. Without a code that says so, the reply is about the recipient. */
const isAboutAddress = (response: string): boolean => {
  const [, status] = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  return status === undefined || isDeadAddress(status);
};
