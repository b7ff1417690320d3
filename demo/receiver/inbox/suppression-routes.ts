import { Hono, type Context } from 'hono';
import { isEmail } from '../../../src/validation/email.js';
import type { SubmissionStore } from '../store/store.js';
import { checkedForm, sameOriginOnly, type InboxEnv } from './forms.js';
import { erasePage, suppressionsPage } from './pages/suppressions.js';
import type { Frame } from './pages/layout.js';

const LENGTH = 1_000;

/** Who gets no invitations any more, and who is to be known no more; below `/inbox`. */
export const suppressionRoutes = (
  store: SubmissionStore,
  frame: (c: Context<InboxEnv>) => Promise<Frame>,
): Hono<InboxEnv> => {
  const app = new Hono<InboxEnv>();
  const { surveys } = store;

  app.get('/suppressions', async (c) => {
    return c.html(
      suppressionsPage({
        ...(await frame(c)),
        suppressions: await surveys.suppressions(LENGTH),
        erased: numberOf(c.req.query('erased')),
        messages: numberOf(c.req.query('messages')),
      }),
    );
  });

  app.post('/suppressions', sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    await surveys.unsuppress(form.get('address') ?? '');
    return c.redirect('/inbox/suppressions', 303);
  });

  // The address is never in an address of a page: those are kept in histories and logs.
  app.post('/suppressions/erase', sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const address = (form.get('address') ?? '').trim();
    if (!isEmail(address)) {
      const suppressions = await surveys.suppressions(LENGTH);
      return c.html(suppressionsPage({ ...(await frame(c)), suppressions, problem: address }), 422);
    }
    if (form.get('confirmed') !== 'yes') {
      const [invitations, { length: messages }] = await Promise.all([
        surveys.invitationsTo(address),
        store.from(address),
      ]);
      return c.html(erasePage({ ...(await frame(c)), address, invitations, messages }));
    }
    const now = new Date();
    // First what was written: who comes back since it failed half-way finds the address among the messages still.
    let messages = 0;
    if (form.get('messages') === 'yes')
      for (const id of await store.from(address)) messages += Number(await store.erase(id, now));
    const erased = await surveys.erase(address, now);
    return c.redirect(`/inbox/suppressions?erased=${erased}${messages ? `&messages=${messages}` : ''}`, 303);
  });

  return app;
};

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
