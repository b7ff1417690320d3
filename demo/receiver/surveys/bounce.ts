import PostalMime, { type Attachment } from 'postal-mime';
import { isDeadAddress } from '../outgoing/enhanced-status.js';

/** A mail that says that another could not be delivered. */
export interface Bounce {
  /** What the other's `Message-ID` has before the `@`: the id of its row in the table of outgoing messages. */
  readonly messageId: string;
  /** Why, in the words of the server that refused it. */
  readonly problem: string;
  /** Whether there is no such mailbox. */
  readonly isForGood: boolean;
}

const MESSAGE_ID = /^(?:X-)?Message-ID:\s*<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/im;

/**
 * Reads a delivery status notification (RFC 3464). `undefined` where the mail is none, where nothing has failed for good
 * (a delay, a success), or where it does not say which mail it is about.
 */
export const readBounce = async (mail: Uint8Array): Promise<Bounce | undefined> => {
  const { attachments } = await PostalMime.parse(mail, { forceRfc822Attachments: true });
  const status = attachments.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType));
  const original = attachments.find(({ mimeType }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/.test(mimeType),
  );
  const [, messageId] = MESSAGE_ID.exec(original ? headersOf(textOf(original)) : '') ?? [];
  const failed = status && failedRecipient(textOf(status));
  if (!messageId || !failed) return undefined;
  const code = failed.get('status')?.split(/\s/)[0] ?? '';
  // `smtp; 550 5.1.1 …`: the words behind the kind.
  const diagnostic = failed.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '');
  return { messageId, problem: diagnostic || code || 'It came back.', isForGood: isDeadAddress(code) };
};

/** The fields of the first recipient that the mail did not reach: an invitation has only one. */
const failedRecipient = (report: string): ReadonlyMap<string, string> | undefined =>
  report
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map(fieldsOf)
    .find((fields) => fields.get('action')?.toLowerCase() === 'failed');

const fieldsOf = (block: string): ReadonlyMap<string, string> =>
  new Map(
    block
      .replace(/\n[ \t]+/g, ' ')
      .split('\n')
      .map((line) => /^([\w-]+):\s*(.*)$/.exec(line))
      .flatMap((found) => (found ? [[found[1]!.toLowerCase(), found[2]!.trim()] as const] : [])),
  );

/** What its body quotes is not its own header. */
const headersOf = (mail: string): string => mail.replace(/\r\n?/g, '\n').split('\n\n', 1)[0]!;

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
