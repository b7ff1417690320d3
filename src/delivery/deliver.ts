import type { AttachedFile, WireRecord } from '../submission/types.js';
import { checkEndpoint } from './endpoint.js';
import { failed, outcomeOf } from './outcome.js';
import { checkProfileName, profileFor } from './profiles/index.js';
import type { AttemptOutcome } from './states.js';
import { transmit, type Trouble } from './transport.js';

/** One attempt to deliver a submission. */
export interface DeliveryRequest {
  /** The `endpoint` attribute as written: http(s), absolute or relative to the page. */
  readonly endpoint: string;
  /** The `profile` attribute as written, a `ProfileName`. Default: by the endpoint's host, else `json`. */
  readonly profile?: string;
  readonly record: WireRecord;
  readonly files?: readonly AttachedFile[];
  /** Ends the attempt, which may have arrived all the same. */
  readonly signal?: AbortSignal;
  /** Milliseconds until an answer must be there. Default 20 000. Uploads have more, see `transmit`. */
  readonly timeout?: number;
  /** Share of the upload that has left, 0 to 1. Not called where that can't be watched without a preflight. */
  readonly onProgress?: (fraction: number) => void;
  /** Default: `location.href`. */
  readonly pageUrl?: string;
}

const DEFAULT_TIMEOUT = 20_000;

/** Sends a submission once and tells how that ended. Never rejects; failures carry a diagnosis for the owner. */
export async function deliver(request: DeliveryRequest): Promise<AttemptOutcome> {
  let arrived: 'no' | 'unknown' = 'no';
  try {
    const {
      record,
      files = [],
      signal,
      timeout = DEFAULT_TIMEOUT,
      onProgress,
      pageUrl = location.href,
    } = request;
    const url = checkEndpoint(request.endpoint, pageUrl);
    if (typeof url === 'string') return failed('blocked', 'no', url);
    const page = new URL(pageUrl);
    const profile = profileFor(request.profile, request.endpoint, pageUrl);
    const wrong = checkProfileName(request.profile) ?? profile.missing?.(record, url, page);
    if (wrong) return failed('blocked', 'no', wrong);
    if (files.length && profile.files === 'none') {
      return failed('too-large', 'no', `profile "${profile.name}" takes no files`);
    }
    if (signal?.aborted) return failed('aborted', 'no', 'stopped');
    if ((globalThis.navigator as Navigator | undefined)?.onLine === false) {
      return failed('offline', 'no', 'the browser is offline');
    }

    const { body, headers } = profile.encode(record, files);
    const encoded = { body, headers: { ...headers, Accept: 'application/json' } };
    arrived = 'unknown';
    const watchUpload = profile.preflight || url.origin === page.origin;
    const reply = await transmit({ ...encoded, url, files, watchUpload, signal, timeout, onProgress });
    if (typeof reply === 'string') return troubleOutcome(reply, url, profile.redirects);
    return await outcomeOf(reply, {
      url,
      profile,
      submissionId: record['submission_id'],
      hasFiles: files.length > 0,
    });
  } catch (error) {
    // Only a page that has broken what browsers offer (URL, FormData …) leads here.
    return failed(arrived === 'no' ? 'blocked' : 'unreadable', arrived, String(error));
  }
}

function troubleOutcome(trouble: Trouble, { origin }: URL, redirects: string): AttemptOutcome {
  switch (trouble) {
    case 'policy':
      // Where a redirect is followed, it may be that which was blocked, after the first server took the message.
      return failed(
        'blocked',
        redirects === 'none' ? 'no' : 'unknown',
        `the page's Content-Security-Policy blocks ${origin} or its redirect: add it to connect-src`,
      );
    case 'timeout':
      return failed('timeout', 'unknown', `no answer from ${origin} in time`);
    case 'aborted':
      return failed('aborted', 'unknown', 'stopped');
    case 'network':
      return failed(
        'network',
        'unknown',
        `no answer from ${origin}: wrong address, no network, an extension, a service worker, or CORS rules`,
      );
  }
}
