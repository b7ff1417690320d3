import { Hono, type Context } from 'hono';
import type { Log } from '../log.js';
import type { SubmissionStore } from '../store/store.js';
import { checkedForm, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import { eraseMessagePage } from './pages/erasure.js';
import type { Frame } from './pages/layout.js';

const PATH = '/:id{[\\da-f-]{36}}/erase';

/** Where a message is erased, below `/inbox`: first it is said what will be gone. */
export const erasureRoutes = (
  { store, log }: { readonly store: SubmissionStore; readonly log: Log },
  frame: (c: Context<InboxEnv>) => Promise<Frame>,
): Hono<InboxEnv> => {
  const app = new Hono<InboxEnv>();

  app.get(PATH, async (c) => {
    const submission = await store.get(c.req.param('id'));
    if (!submission) return notFound(c);
    if (submission.erasedAt !== undefined) return c.redirect(`/inbox/${submission.id}`, 303);
    return c.html(eraseMessagePage({ ...(await frame(c)), submission, now: new Date() }));
  });

  app.post(PATH, sameOriginOnly, async (c) => {
    await checkedForm(c);
    const id = c.req.param('id');
    if (await store.erase(id, new Date())) log.info('messages erased', { number: 1 });
    else if (!(await store.get(id))) return notFound(c);
    return c.redirect(`/inbox/${id}`, 303);
  });

  return app;
};
