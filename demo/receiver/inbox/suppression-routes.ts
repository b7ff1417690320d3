import { Hono, type Context } from 'hono';
import { isEmail } from '../../../src/validation/email.js';
import type { SurveyStore } from '../store/surveys.js';
import { checkedForm, sameOriginOnly, type InboxEnv } from './forms.js';
import { erasePage, suppressionsPage } from './pages/suppressions.js';
import type { FrameOptions } from './pages/survey-frame.js';

const LENGTH = 1_000;

/** Who gets no invitations any more, and who is to be known no more; below `/inbox`. */
export const suppressionRoutes = (
  surveys: SurveyStore,
  frame: (c: Context<InboxEnv>) => Promise<FrameOptions>,
): Hono<InboxEnv> => {
  const app = new Hono<InboxEnv>();

  app.get('/suppressions', async (c) => {
    const erased = c.req.query('erased');
    return c.html(
      suppressionsPage({
        ...(await frame(c)),
        suppressions: await surveys.suppressions(LENGTH),
        erased: erased !== undefined && /^\d{1,6}$/.test(erased) ? Number(erased) : undefined,
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
      const invitations = await surveys.invitationsTo(address);
      return c.html(erasePage({ ...(await frame(c)), address, invitations }));
    }
    const erased = await surveys.erase(address, new Date());
    return c.redirect(`/inbox/suppressions?erased=${erased}`, 303);
  });

  return app;
};
