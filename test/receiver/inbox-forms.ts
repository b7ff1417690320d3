import type { InboxClient } from './inbox-client.js';

/** What the form of a page would send, but for its button. */
export const formOf = (page: string): URLSearchParams => {
  const form = new URLSearchParams();
  for (const [input] of page.matchAll(/<input[^>]*>/g)) {
    const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1];
    const isTicked = value('type') !== 'checkbox' || /\schecked/.test(input);
    if (value('name') && isTicked) form.append(value('name')!, unescaped(value('value') ?? ''));
  }
  for (const [, name, text] of page.matchAll(/<textarea[^>]*\sname="(\w+)"[^>]*>\n?([^<]*)/g))
    form.append(name!, unescaped(text!));
  const entry = /<option value="([^"]+)" selected/.exec(page)?.[1];
  if (entry) form.append('entry', entry);
  return form;
};

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'); // prettier-ignore

export const send = (receiver: { url: string }, inbox: InboxClient, path: string, form: URLSearchParams) =>
  fetch(`${receiver.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: inbox.cookie },
    body: form,
  });

/** A form as one of its buttons sends it. @param over what is typed before */
export const pressed = (form: URLSearchParams, action: string, over: Record<string, string> = {}) => {
  const sent = new URLSearchParams(form);
  for (const [name, value] of Object.entries({ action, ...over })) sent.set(name, value);
  return sent;
};
