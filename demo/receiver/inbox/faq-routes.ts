import { Hono, type Context } from 'hono';
import { randomUUID } from 'node:crypto';
import { problemsOf, tidied, type ContentProblem } from '../faq/content.js';
import { faqJson } from '../faq/json.js';
import { canonicalTag } from '../faq/language.js';
import { mergeOf } from '../faq/merge.js';
import { readSource, SourceError, type ReadEntry } from '../faq/read-source.js';
import { attachmentDisposition } from '../files/names.js';
import { changeKey, isDisturbing } from '../questions/effect.js';
import { settlingOf, type Learning, type Settling } from '../questions/learning.js';
import type { FaqContent, FaqEntry } from '../store/faq.js';
import type { SubmissionStore } from '../store/store.js';
import { checkedForm, FormError, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import { dealtWith, fromQuestionsOf, idsOf, isId, listLanguage, seenWordings } from './from-questions.js';
import { faqEntryPage, type FaqEntryPageOptions, type FromQuestions } from './pages/faq-entry.js';
import { faqImportPage, type FaqImportPageOptions } from './pages/faq-import.js';
import { faqListPage } from './pages/faq-list.js';
import { partOf } from './pages/languages.js';
import type { Frame } from './pages/layout.js';

export interface FaqRoutesOptions {
  readonly store: SubmissionStore;
  readonly learning: Learning;
  readonly frame: (c: Context<InboxEnv>) => Promise<Frame>;
  /** Where pages reach the receiver, if the owner has said it. */
  readonly publicUrl?: string | undefined;
}

/** What stands in the form of an entry, where it is not as it is kept. */
export type FaqEntryDraft = Pick<FaqEntryPageOptions, 'draft' | 'from'> &
  Partial<Pick<FaqEntryPageOptions, 'entry' | 'problems' | 'needsALook' | 'isStale' | 'preview'>> & {
    readonly place?: string | undefined;
  };

const PAGE_LENGTH = 100;
/** Deleted entries that can be had back from the list. */
const MOST_DELETED = 50;
/** Of an entry: an answer of 20,000 letters is nine times as long in percent-encoded Georgian. */
const MAX_ENTRY_BYTES = 1024 * 1024;
/** Of a pasted page. */
const MAX_IMPORT_BYTES = 16 * 1024 * 1024;
const KEY = ':key{[\\da-f-]{36}}';

/** The form of an entry: empty, as it is kept, or as it was sent. */
export const entryEditor =
  ({ store, learning, frame }: FaqRoutesOptions) =>
  async (c: Context<InboxEnv>, { place, ...draft }: FaqEntryDraft): Promise<Response> => {
    const { entry, problems = [], isStale = false } = draft;
    const [languages, around, { entries }, previous] = await Promise.all([
      store.faq.languages(),
      frame(c),
      learning.finder(draft.draft.lang),
      entry && store.faq.previous(entry.key),
    ]);
    const index = entries.findIndex(({ key }) => key === entry?.key);
    const categories = [...new Set(entries.map(({ category }) => category).filter(Boolean))];
    const page = faqEntryPage({
      ...{ ...draft, problems, isStale, ...around, languages, categories, previous },
      ...(index >= 0 && { place: { number: place ?? `${index + 1}`, of: entries.length } }),
    });
    return c.html(page, isStale ? 409 : problems.length ? 422 : 200);
  };

/** The owner's FAQ. To be mounted at `/faq`. */
export const faqInboxRoutes = (options: FaqRoutesOptions): Hono<InboxEnv> => {
  const { store, learning, frame, publicUrl } = options;
  const { faq } = store;
  const app = new Hono<InboxEnv>();
  const editEntry = entryEditor(options);

  app.get('/', async (c) => {
    const all = await faq.entries();
    const languages = new Map<string, number>();
    for (const { lang } of all) languages.set(lang, (languages.get(lang) ?? 0) + 1);
    const lang = listLanguage(c, languages);
    const [deleted, around] = await Promise.all([faq.deleted(lang, MOST_DELETED), frame(c)]);
    const entries = all.filter((entry) => entry.lang === lang);
    const done = doneOf(c);
    const index = entries.findIndex(({ key }) => key === done?.key);
    // What was moved is where it can be seen.
    const asked = index >= 0 ? `${Math.floor(index / PAGE_LENGTH) + 1}` : c.req.query('page');
    const part = partOf(entries, asked, PAGE_LENGTH);
    const address = `${publicUrl ?? new URL(c.req.url).origin}/faq.json?lang=${encodeURIComponent(lang)}`;
    const before = (part.page - 1) * PAGE_LENGTH;
    const shown = { lang, languages, part, before, total: entries.length, deleted, address, done };
    return c.html(faqListPage({ ...around, ...shown }));
  });

  app.get('/new', async (c) => {
    const languages = await learning.languages();
    return editEntry(c, { draft: { ...EMPTY, lang: listLanguage(c, languages) } });
  });

  app.get('/export.json', async (c) => {
    const lang = listLanguage(c, new Map((await faq.languages()).map((each) => [each, 0])));
    return c.body(`${JSON.stringify(faqJson(await faq.entries(lang)), null, 2)}\n`, 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': attachmentDisposition(`faq-${lang}.json`),
    });
  });

  const showImport = async (
    c: Context<InboxEnv>,
    shown: Omit<FaqImportPageOptions, keyof Frame>,
  ): Promise<Response> => c.html(faqImportPage({ ...shown, ...(await frame(c)) }), shown.problem ? 422 : 200);

  app.get('/import', async (c) =>
    showImport(c, { lang: listLanguage(c, await learning.languages()), source: '' }),
  );

  app.post('/import', sameOriginOnly, async (c) => {
    const form = await checkedForm(c, MAX_IMPORT_BYTES);
    const source = form.get('source') ?? '';
    const written = form.get('lang') ?? '';
    const lang = canonicalTag(written);
    if (lang === undefined) return showImport(c, { lang: written, source, problem: 'noLanguage' });
    let read: readonly ReadEntry[];
    try {
      read = readSource(source);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return showImport(c, { lang, source, problem: error });
    }
    const entries = await faq.entries(lang);
    const merge = mergeOf(read, lang, entries);
    const action = form.get('action');
    if (action !== 'add' && action !== 'all') {
      const present = new Map(entries.map((entry) => [entry.key, entry]));
      return showImport(c, { lang, source, merge, present });
    }
    const { add, update } = merge;
    const outcome = await faq.change({ add, ...(action === 'all' && { update }), at: new Date() });
    if (outcome === 'stale') throw new FormError(409, c.var.words.text.faq.errors.importStale);
    return c.redirect(`${listOf(lang)}&done=imported`, 303);
  });

  app.get(`/${KEY}`, async (c) => {
    const entry = await faq.entry(c.req.param('key'));
    return entry ? editEntry(c, { draft: entry, entry }) : notFound(c);
  });

  /** What a group's questions come to with an entry that is to be kept. */
  const settling = async (
    entry: Pick<FaqEntry, 'key' | 'lang'> & FaqContent,
    from: FromQuestions | undefined,
  ): Promise<Settling> => {
    if (!from) return { settled: [], left: [] };
    const seen = seenWordings((await learning.groups(entry.lang)).groups, from);
    return settlingOf(seen, entry, await learning.finderWith(entry));
  };

  /** Back to the questions where it came from there, else to the list; from both it can be undone. */
  const saved = (
    c: Context<InboxEnv>,
    by: Pick<FaqEntry, 'key' | 'version' | 'lang'>,
    from: FromQuestions | undefined,
    { settled, left }: Settling,
  ): Response =>
    c.redirect(
      from && settled.length
        ? dealtWith(from.shown[0]!, settled, left, by)
        : `${listOf(by.lang)}&done=saved&key=${by.key}&version=${by.version}`,
      303,
    );

  /** What the form of an entry would do, where its owner asks for it, or should know it before it is kept. */
  const previewOf = async (
    form: URLSearchParams,
    entry: Pick<FaqEntry, 'key' | 'lang'> & Partial<Pick<FaqEntry, 'version'>>,
    content: FaqContent,
    from: FromQuestions | undefined,
  ): Promise<FaqEntryPageOptions['preview']> => {
    const seen = changeKey(entry, content);
    const isAsked = form.get('action') === 'preview';
    if (!isAsked && form.get('seen') === seen) return undefined;
    const { key, lang } = entry;
    const own = from ? seenWordings((await learning.groups(lang)).groups, from) : [];
    const effect = await learning.effect({ ...content, key, lang }, own.map(({ text }) => text));
    const isWarning = !isAsked && isDisturbing(effect);
    return isAsked || isWarning ? { seen, shown: { effect, lang, key, isWarning } } : undefined;
  }; // prettier-ignore

  app.post('/new', sameOriginOnly, async (c) => {
    const form = await checkedForm(c, MAX_ENTRY_BYTES);
    const from = fromQuestionsOf(form);
    const content = contentOf(form);
    const written = form.get('lang') ?? '';
    const lang = canonicalTag(written);
    const problems: readonly ContentProblem[] = [
      ...(lang === undefined ? [{ field: 'lang', kind: 'noLanguage' } as const] : []),
      ...problemsOf(content),
    ];
    if (lang === undefined || problems.length)
      return editEntry(c, { draft: { ...content, lang: lang ?? written }, from, problems });
    // What is new has no key before it is kept.
    const preview = await previewOf(form, { key: NEW, lang }, content, from);
    if (preview) return editEntry(c, { draft: { ...content, lang }, from, preview });
    const key = randomUUID();
    const result = await settling({ ...content, key, lang }, from);
    await faq.change({ add: [{ key, lang, content }], settle: idsOf(result.settled), at: new Date() });
    return saved(c, { key, lang, version: 1 }, from, result);
  });

  app.post(`/${KEY}`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c, MAX_ENTRY_BYTES);
    const entry = await faq.entry(c.req.param('key'));
    if (!entry) throw gone(c);
    const from = fromQuestionsOf(form);
    const content = contentOf(form);
    const draft = { ...content, lang: entry.lang };
    const version = Number(form.get('version'));
    const place = form.get('place') ?? undefined;
    const problems = problemsOf(content);
    const isStale = version !== entry.version;
    if (problems.length || isStale) return editEntry(c, { draft, entry, from, problems, isStale, place });
    const { key, lang } = entry;
    const preview = await previewOf(form, entry, content, from);
    if (preview) return editEntry(c, { draft, entry, from, place, preview });
    const result = await settling({ ...content, key, lang }, from);
    const to = placeOf(place, (await faq.entries(lang)).findIndex((each) => each.key === key));
    const update = [{ key, version, content, ...(to !== undefined && { place: to }) }];
    const outcome = await faq.change({ update, settle: idsOf(result.settled), at: new Date() });
    if (outcome === 'changed') return saved(c, { key, lang, version: version + 1 }, from, result);
    const now = await faq.entry(key);
    if (!now) throw gone(c);
    return editEntry(c, { draft, entry: now, from, isStale: true, place });
  }); // prettier-ignore

  app.post(`/${KEY}/move`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const key = c.req.param('key');
    const by = form.get('by');
    if (by !== 'up' && by !== 'down') throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    await faq.move(key, by === 'up' ? -1 : 1);
    const lang = (await faq.entry(key))?.lang;
    return c.redirect(lang ? `${listOf(lang)}&done=${by}&key=${key}` : '/inbox/faq', 303);
  }); // prettier-ignore

  app.post(`/${KEY}/delete`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const key = c.req.param('key');
    const entry = await faq.entry(key);
    // Whoever else was quicker has done the same.
    if (!entry) return c.redirect('/inbox/faq', 303);
    if ((await faq.remove(key, Number(form.get('version')), new Date())) === 'stale')
      throw new FormError(409, c.var.words.text.faq.errors.deleteStale);
    return c.redirect(`${listOf(entry.lang)}&done=deleted&key=${key}`, 303);
  });

  app.post(`/${KEY}/undo`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const key = c.req.param('key');
    const entry = await faq.entry(key);
    if (!entry) throw gone(c);
    if ((await faq.undo(key, Number(form.get('version')), new Date())) === 'stale')
      throw new FormError(409, c.var.words.text.faq.errors.undoStale);
    const back = form.get('back') ?? '';
    return c.redirect(
      isId(back) ? `/inbox/questions/${back}?undone` : `${listOf(entry.lang)}&done=undone&key=${key}`,
      303,
    );
  });

  app.post(`/${KEY}/restore`, sameOriginOnly, async (c) => {
    await checkedForm(c);
    const key = c.req.param('key');
    await faq.restore(key, new Date());
    const entry = await faq.entry(key);
    return c.redirect(entry ? `${listOf(entry.lang)}#e-${key}` : '/inbox/faq', 303);
  });
  return app;
};

const EMPTY: FaqContent = { question: '', alternatives: [], answer: '', category: '', suggested: false };
/** Of an entry that is not kept yet. */
const NEW = 'new';

const listOf = (lang: string): string => `/inbox/faq?lang=${encodeURIComponent(lang)}`;

const gone = (c: Context<InboxEnv>): FormError => new FormError(409, c.var.words.text.faq.errors.gone);

const contentOf = (form: URLSearchParams): FaqContent =>
  tidied({
    question: form.get('question') ?? '',
    alternatives: (form.get('alternatives') ?? '').split(/\r\n?|\n/),
    answer: form.get('answer') ?? '',
    category: form.get('category') ?? '',
    suggested: form.get('suggested') === 'yes',
  });

/** A place from 0, where it is another than before; what is no number changes nothing. */
const placeOf = (written: string | undefined, before: number): number | undefined => {
  const number = Number(written);
  return written && Number.isInteger(number) && number > 0 && number - 1 !== before ? number - 1 : undefined;
};

const doneOf = (c: Context) => {
  const action = (['up', 'down', 'deleted', 'imported', 'saved', 'undone'] as const).find(
    (each) => each === c.req.query('done'),
  );
  return action && { action, key: c.req.query('key') ?? '', version: Number(c.req.query('version')) };
};
