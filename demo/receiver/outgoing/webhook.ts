import { Webhook } from 'standardwebhooks';
import { parseRetryAfter } from '../../../src/delivery/retry-after.js';
import type { StoredSubmission } from '../store/store.js';
import { DeliveryError, systemCode, type Delivery } from './delivery.js';

export interface WebhookSettings {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64; what the receiving side checks the signature with. */
  readonly secret: string;
}

/** The specification recommends 15 to 30 seconds. */
const TIMEOUT_MS = 20_000;

/**
 * Signed by Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 * Only 2xx is success; a redirect is not followed, since what is signed for one place does not belong in another.
 */
export const webhookDelivery = ({ url, secret }: WebhookSettings): Delivery => {
  const signer = new Webhook(secret);
  return {
    channel: 'webhook',
    async deliver({ id }, submission, signal) {
      const body = JSON.stringify(payload(submission));
      const now = new Date();
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'harreman-receiver',
          'webhook-id': id,
          'webhook-timestamp': `${Math.floor(now.getTime() / 1000)}`,
          'webhook-signature': signer.sign(id, now, body),
        },
        body,
      }).catch((error: unknown) => {
        throw unreachable(error);
      });
      // Nothing in it is of use, and it may be endless.
      await response.body?.cancel().catch(() => undefined);
      if (!response.ok) throw refused(response);
    },
  };
};

/** The content of files stays in the inbox. */
const payload = ({ id, reference, widget, receivedAt, fields, files }: StoredSubmission) => ({
  type: 'submission.received',
  timestamp: receivedAt,
  data: {
    submission_id: id,
    reference,
    widget,
    received_at: receivedAt,
    fields,
    files: files.map((file) => ({
      id: file.id,
      field: file.field,
      name: file.name,
      size: file.size,
      type: file.sniffedType,
    })),
  },
});

const unreachable = (error: unknown): DeliveryError => {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  const code = isTimeout ? 'timeout' : systemCode(error);
  return new DeliveryError(isTimeout ? 'It did not answer in time.' : `It cannot be reached (${code}).`, {
    code,
  });
};

const refused = ({ status, headers }: Response): DeliveryError =>
  new DeliveryError(`It answered ${status}.`, {
    code: `${status}`,
    isFinal: status === 410, // Gone: the specification's word for "never again".
    waitMs: parseRetryAfter(headers.get('retry-after'), Date.now()) ?? 0,
  });
