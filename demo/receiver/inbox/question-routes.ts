import { Hono, type Context } from 'hono';
import { needsALook, problemsOf, tidied } from '../faq/content.js';
import { canonicalTag, faqLanguage } from '../faq/language.js';
import { changeKey, isDisturbing } from '../questions/effect.js';
import { settlingOf, type Learning } from '../questions/learning.js';
import type { QuestionGroup, Wording } from '../questions/group.js';
import type { FaqContent, FaqEntry } from '../store/faq.js';
import { questionOf } from '../store/questions.js';
import type { SubmissionStore } from '../store/store.js';
import { checkedForm, FormError, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import {
  dealtWith,
  findGroup,
  fromQuestionsOf,
  idsOf,
  listLanguage,
  seenWordings,
} from './from-questions.js';
import type { FaqEntryDraft } from './faq-routes.js';
import { partOf } from './pages/languages.js';
import type { Frame } from './pages/layout.js';
import { questionPage, settledPage, type QuestionPageOptions } from './pages/question.js';
import { questionsPage } from './pages/questions.js';

export interface QuestionRoutesOptions {
  readonly store: SubmissionStore;
  readonly learning: Learning;
  readonly frame: (c: Context<InboxEnv>) => Promise<Frame>;
  /** The form of an entry, with what a group adds to it. */
  readonly editEntry: (c: Context<InboxEnv>, draft: FaqEntryDraft) => Promise<Response>;
}

const PAGE_LENGTH = 20;
/** Room for the ids of all wordings of a page, twice. */
const MAX_BYTES = 32 * 1024;
const ID = ':id{[\\da-f-]{36}}';

/** Questions that the chat could not answer, and what the owner does about them. To be mounted at `/questions`. */
export const questionRoutes = (options: QuestionRoutesOptions): Hono<InboxEnv> => {
  const { store, learning, frame, editEntry } = options;
  const app = new Hono<InboxEnv>();

  app.get('/', async (c) => {
    const languages = await learning.languages();
    const lang = listLanguage(c, languages);
    const [{ groups, isCut }, finder, around] = await Promise.all([
      learning.groups(lang),
      learning.finder(lang),
      frame(c),
    ]);
    const part = partOf(groups, c.req.query('page'), PAGE_LENGTH);
    const asideAt = c.req.query('aside');
    return c.html(questionsPage({ ...around, lang, languages, part, isCut, finder, asideAt }));
  });

  /** @param over what its form came back with */
  const showGroup = async (
    c: Context<InboxEnv>,
    lang: string,
    group: QuestionGroup,
    over: Pick<QuestionPageOptions, 'problem' | 'chosen' | 'preview'> = {},
  ): Promise<Response> => {
    const [finder, around] = await Promise.all([learning.finder(lang), frame(c)]);
    const until = new Date().toISOString();
    const isUndone = c.req.query('undone') !== undefined && !over.problem && !over.preview;
    const shown = { ...around, lang, group, finder, until, isUndone };
    return c.html(questionPage({ ...shown, ...over }), over.problem ? 422 : 200);
  };

  const find = async (id: string) => findGroup(learning, id, (await learning.languages()).keys());

  app.get(`/${ID}`, async (c) => {
    const id = c.req.param('id');
    const found = await find(id);
    if (found) return showGroup(c, found.lang, found.group);
    const submission = await store.get(id);
    if (submission?.widget !== 'question') return notFound(c);
    const { text, lang: tag } = questionOf(submission.fields);
    const lang = faqLanguage(tag, await store.faq.languages());
    const [finder, around] = await Promise.all([learning.finder(lang), frame(c)]);
    const left = c.req.query('left') ?? '';
    const leftId = left && (await find(left)) ? left : undefined;
    const entry = await store.faq.entry(c.req.query('entry') ?? '');
    const isLast = entry !== undefined && String(entry.version) === c.req.query('version');
    const undo = isLast ? { entry, back: id } : undefined;
    return c.html(settledPage({ ...around, lang, text, answering: finder.ask(text), leftId, undo }));
  });

  /** Adds wordings to an entry, as it is by now. */
  const attach = async (
    c: Context<InboxEnv>,
    entry: FaqEntry,
    content: FaqContent,
    seen: readonly Wording[],
  ): Promise<Response> => {
    const after = await learning.finderWith({ ...content, key: entry.key, lang: entry.lang });
    const { settled, left } = settlingOf(seen, { ...content, key: entry.key }, after);
    const { key, version } = entry;
    const update = [{ key, version, content }];
    const outcome = await store.faq.change({ update, settle: idsOf(settled), at: new Date() });
    if (outcome === 'stale') throw new FormError(409, c.var.words.text.questions.errors.stale);
    const by = { key, version: version + 1 };
    return c.redirect(dealtWith(c.req.param('id') ?? '', settled, left, by), 303);
  };

  app.post(`/${ID}`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c, MAX_BYTES);
    const { questions: text } = c.var.words.text;
    const id = c.req.param('id');
    const from = fromQuestionsOf(form);
    const found = await find(id);
    if (!from || !found) throw new FormError(409, text.errors.dealtWith);
    const { lang, group } = found;
    const seen = seenWordings((await learning.groups(lang)).groups, from);
    const ticked = new Set(form.getAll('wording'));
    const chosen = seen.filter(({ questions }) => questions.some((question) => ticked.has(question.id)));
    const texts = chosen.map(({ text }) => text);
    const action = form.get('action');
    if (action === 'aside') {
      const at = new Date();
      await store.questions.settle(idsOf(seen), at);
      return c.redirect(`/inbox/questions?lang=${encodeURIComponent(lang)}&aside=${at.toISOString()}`, 303);
    }
    if (action === 'new') {
      const [question = '', ...alternatives] = texts.length ? texts : [group.wordings[0]!.text];
      const draft = { ...EMPTY, question, alternatives, lang };
      return editEntry(c, { draft: { ...draft, ...tidied(draft) }, from });
    }
    if (action !== 'attach' && action !== 'edit' && action !== 'preview')
      throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    const choice = { wordings: ticked, entry: form.get('entry') ?? '' };
    if (!texts.length && action !== 'edit')
      return showGroup(c, lang, group, { problem: text.group.tickOne, chosen: choice });
    const entry = await store.faq.entry(form.get('entry') ?? '');
    if (entry?.lang !== lang) throw new FormError(409, text.errors.entryGone);
    const content = tidied({ ...entry, alternatives: [...entry.alternatives, ...texts] });
    const look = texts.some(needsALook) || problemsOf(content).length > 0;
    if (action === 'edit' || look)
      return editEntry(c, { draft: { ...content, lang }, entry, from, needsALook: look });
    const change = changeKey(entry, content);
    if (action === 'preview' || form.get('seen') !== change) {
      const { key } = entry;
      const effect = await learning.effect({ ...content, key, lang }, seen.map(({ text }) => text));
      const isWarning = action !== 'preview' && isDisturbing(effect);
      if (action === 'preview' || isWarning) {
        const preview = { seen: change, shown: { effect, lang, key, isWarning } };
        return showGroup(c, lang, group, { chosen: choice, preview });
      }
    }
    return attach(c, entry, content, seen);
  }); // prettier-ignore

  app.post('/reopen', sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    await store.questions.reopen(form.get('at') ?? '');
    const lang = canonicalTag(form.get('lang') ?? '') ?? '';
    return c.redirect(`/inbox/questions${lang && `?lang=${encodeURIComponent(lang)}`}`, 303);
  });
  return app;
};

const EMPTY: FaqContent = { question: '', alternatives: [], answer: '', category: '', suggested: false };
