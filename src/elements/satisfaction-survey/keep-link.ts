import { toJson } from '../../submission/json.js';
import type { Link } from './link.js';

type Kept = Pick<Link, 'survey' | 'respondent' | 'sent'>;

/** Where a link is kept for the tab: it is in the address no more, and a page may be loaded again. */
const key = (): string => `harreman:survey-link:${location.pathname}`;

/** Keeps who was invited, and what has been sent of them, for the tab. */
export const keepLink = ({ survey, respondent, sent }: Kept): void => {
  try {
    sessionStorage.setItem(key(), toJson({ survey, respondent, ...(sent && { sent }) }));
  } catch {
    // Where the page is loaded again, the answer is nobody's.
  }
};

/** What was kept for this survey; its score is in the draft, if somebody has changed it. */
export const keptLink = (survey: string | undefined): Link | undefined => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key()) ?? '') as Kept;
    const isOurs = typeof kept.respondent === 'string' && (!survey || kept.survey === survey);
    return isOurs ? { ...kept, score: '', person: Promise.resolve() } : undefined;
  } catch {
    return undefined;
  }
};
