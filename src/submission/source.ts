import { CAMPAIGN_FIELDS, type PageContext } from './context.js';
import { own, toJson } from './json.js';

const KEY = 'harreman:source';
const SOURCE_FIELDS = ['landing_page', 'referrer', ...CAMPAIGN_FIELDS] as const;

type Source = Partial<Pick<PageContext, (typeof SOURCE_FIELDS)[number]>>;

/**
 * For `remember-source`: the context with the landing page, referrer and campaign that this tab's visit began
 * with, which the first call remembers. A later page that brings a campaign of its own begins a new visit.
 *
 * `openStorage` gives the tab's storage (`() => sessionStorage`). Storage that is blocked, full or holds
 * something else costs the memory and nothing more.
 */
export function rememberSource(openStorage: () => Storage, page: PageContext): PageContext {
  const { page_url, page_title } = page;
  const current: Source = { ...page, landing_page: page_url };
  const hasCampaign = CAMPAIGN_FIELDS.some((field) => page[field]);
  let source = hasCampaign ? undefined : read(openStorage);
  if (!source) write(openStorage, (source = pick((field) => current[field])));
  return { page_url, ...(page_title && { page_title }), ...source };
}

function read(openStorage: () => Storage): Source | undefined {
  try {
    const stored: unknown = JSON.parse(openStorage().getItem(KEY) ?? '');
    const source = pick((field) => own(stored, field));
    return source.landing_page ? source : undefined;
  } catch {
    return undefined;
  }
}

function write(openStorage: () => Storage, source: Source): void {
  try {
    openStorage().setItem(KEY, toJson(source));
  } catch {
    // No storage: the visit's source is this page's own.
  }
}

/** The source's fields as far as they are texts that the wire takes. */
function pick(valueOf: (field: (typeof SOURCE_FIELDS)[number]) => unknown): Source {
  const source: Source = {};
  for (const field of SOURCE_FIELDS) {
    const value = valueOf(field);
    if (typeof value === 'string' && value) source[field] = value.slice(0, 2048);
  }
  return source;
}
