/** How far an exchange gets before something happens to it. */
export type Point =
  /** The head of the request is read, its body is not. */
  | 'head'
  /** Half of the request's body is read. */
  | 'body'
  /** The request is read, and has not been forwarded. */
  | 'request'
  /** The receiver has answered, so it has committed; no byte of its answer has left. */
  | 'commit'
  /** The head and half of the body of the receiver's answer have left. */
  | 'reply';

/** How a connection ends: `reset` sends RST, `close` FIN. */
export type Ending = 'reset' | 'close';

/** What becomes of one request. */
export type Fault =
  /** Forwarded, and the answer passed on. */
  | { readonly kind: 'pass' }
  /** Forwarded twice at the same time, as if the network had doubled it; one answer is passed on. */
  | { readonly kind: 'duplicate' }
  /** The connection ends at this point. */
  | { readonly kind: 'cut'; readonly at: Point; readonly by: Ending }
  /** Nothing goes on from this point, until the server's `release()`. */
  | { readonly kind: 'hang'; readonly at: Point }
  /** Passed on; the *next* POST on the same connection is cut, at which browsers send it again by themselves. */
  | { readonly kind: 'stale'; readonly at: Point; readonly by: Ending }
  /** Forwarded; the answer comes back so many bytes at a time, with so many milliseconds in between. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly every: number }
  /** Answered here, and not forwarded. */
  | { readonly kind: 'answer'; readonly reply: Reply }
  /** Forwarded, so it is committed; the answer is changed on its way back. */
  | { readonly kind: 'alter'; readonly alter: (reply: Reply) => Reply };

/** How a reply says where its body ends. */
export type Framing =
  /** By its length. */
  | 'length'
  /** By a length that is more than there is; the connection closes instead. */
  | 'length-too-long'
  /** By half its length: the rest comes when nobody expects it. */
  | 'length-too-short'
  /** By chunks, the second of which has a size that is no number. */
  | 'broken-chunks'
  /** Never: more and more chunks follow. */
  | 'endless';

export interface Reply {
  readonly status: number;
  /** Without those that frame the body. */
  readonly headers: Headers;
  readonly body: Buffer;
  readonly framing: Framing;
}

/** Lets pages of any site read an answer. */
export const READABLE: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
};

/** A reply that pages of any site may read: text, or what becomes JSON. */
export const reply = (
  status: number,
  body: string | object,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: new Headers({
    ...READABLE,
    'content-type': typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json',
    ...headers,
  }),
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  framing: 'length',
});
