import assert from 'node:assert/strict';
import { PASSWORD } from './receiver.js';

/** A person at the inbox, with a browser's cookie. Redirects are not followed. */
export interface InboxClient {
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The HTML of a page that must be there. */
  page(path: string): Promise<string>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** As {@link post}, with the token of a page that the person has open. */
  submit(path: string, form: Record<string, string>): Promise<Response>;
}

export const signIn = (
  url: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/inbox/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ password }),
    redirect: 'manual',
    headers,
  });

export const signedIn = async (
  { url }: { readonly url: string },
  password = PASSWORD,
): Promise<InboxClient> => {
  const response = await signIn(url, password);
  assert.equal(response.status, 303, 'signs in');
  return inboxClient(url, cookieOf(response));
};

export const cookieOf = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';')[0] ?? '';

export const inboxClient = (url: string, cookie: string): InboxClient => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, { redirect: 'manual', headers: { Cookie: cookie, ...headers } });
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, ...headers },
      body: new URLSearchParams(form),
    });
  const page = async (path: string) => {
    const response = await get(path);
    assert.equal(response.status, 200, path);
    return response.text();
  };
  return {
    cookie,
    get,
    page,
    post,
    submit: async (path, form) => {
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page('/inbox'))?.[1] ?? '';
      return post(path, { csrf, ...form });
    },
  };
};
