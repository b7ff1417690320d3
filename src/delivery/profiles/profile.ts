import type { AttachedFile, WireRecord } from '../../submission/types.js';
import type { Answer } from '../answer.js';
import type { EncodedBody } from '../encode.js';

/** The `profile` attribute's values. */
export type ProfileName =
  | 'json'
  | 'form'
  | 'text'
  | 'formspree'
  | 'web3forms'
  | 'netlify'
  | 'apps-script'
  | 'harreman';

/**
 * How one kind of endpoint wants a submission, and how its answers read: data, and a few small functions.
 *
 * To add a profile:
 *
 * 1. Add its name to {@link ProfileName}.
 * 2. Write `src/delivery/profiles/<name>.ts` with one constant of this type. `../encode.js` has the encodings,
 *    `../answer.js` the usual tests of success. `form.ts` is a good one to begin from.
 * 3. Add it to the list in `index.ts`. With `picks`, owners of such an endpoint need not name it.
 * 4. Write a stand-in of the service in `test/endpoints/`, from the service's documentation: which content types it
 *    refuses, its CORS and preflight rules, its bodies of success and error. Then a test in `test/node/`.
 *
 * What holds for every profile and is not its business: the address is checked; the request is a POST with
 * `Accept: application/json`; what a status says without the body (429, 5xx, 413, 404 …); a bounded, tolerant
 * reading of the body; an answer about another submission is no success; errors are read in every usual form.
 * Send no other header: one that CORS does not list makes the browser ask first, and most services then refuse.
 */
export interface Profile {
  readonly name: ProfileName;

  /** Whether an endpoint is of this kind when the owner names no profile. Default: only by name. */
  readonly picks?: (endpoint: URL, page: URL) => boolean;

  /** Whether two requests with one `submission_id` make one submission, so that a retry can't make two. */
  readonly deduplicates: boolean;

  /** `multipart`: files travel in the body that {@link encode} makes. `none`: the endpoint takes no files. */
  readonly files: 'multipart' | 'none';

  /**
   * Whether an endpoint on another origin answers preflights, the browser's question by `OPTIONS` beforehand. If
   * not, uploads go without progress, because to watch them makes a browser ask.
   */
  readonly preflight: boolean;

  /**
   * Redirects after which an answer still counts. `none`: it is no success, because browsers turn a redirected POST
   * into a GET without its body. `same-origin`: to a page of thanks. `any`: the service works so.
   */
  readonly redirects: 'none' | 'same-origin' | 'any';

  /** What the record or the page lacks for this endpoint: a sentence for the owner. */
  readonly missing?: (record: WireRecord, endpoint: URL, page: URL) => string | undefined;

  /** The body and its content type. Here a service's own field names are given, and left out what it would obey. */
  readonly encode: (record: WireRecord, files: readonly AttachedFile[]) => EncodedBody;

  /** Whether a readable 2xx answer means that the endpoint has the submission. */
  readonly accepts: (answer: Answer) => boolean;

  /** Errors, by `CODE message`, that no visitor can mend: only the owner, or sending without files. */
  readonly failures?: readonly (readonly [pattern: RegExp, reason: 'blocked' | 'too-large'])[];
}
