import { hasNumber, profileOf } from './snippets.js';

/*
 * What an owner has chosen that would not work, or not as it is meant. A page would say it in its console, which an
 * owner never opens. Pure: no DOM.
 */

/**
 * @typedef {object} Mistake
 * @property {string} control its name in the form
 * @property {string} what a key of the words of the script
 * @property {string} [shown] what stands behind them: the piece that is wrong, or what may be meant
 *
 * @typedef {object} Readers the kit's own
 * @property {(text: string) => unknown} parseHours
 * @property {(text: string) => unknown} parseDayList
 */

/** With a top-level domain, and not the name of a file: `formspree.io/f/1`, `www.example.com`. */
const HOST = /^(?:[\w-]+\.)+(?!(?:php|html?|aspx?|cgi|pl|py|jsp|json)(?:[/?#]|$))[a-z]{2,}(?:[/?#]|$)/i;
const MAIL = /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/i;

/** @param {string} address */
const mistakeInAddress = (address) => {
  if (HOST.test(address)) return { what: 'withoutScheme', shown: `https://${address}` };
  // What has no scheme is an address on the owner's site.
  return /^(?:https?:|(?![a-z][a-z\d+.-]*:))/i.test(address) ? undefined : { what: 'noWebAddress' };
};

const mistakeInEndpoint = (endpoint) => {
  if (!endpoint) return { what: 'noEndpoint' };
  return MAIL.test(endpoint) ? { what: 'mailIsNoEndpoint' } : mistakeInAddress(endpoint);
};

const mistakeInKind = ({ endpoint, profile }) => {
  const known = profileOf({ endpoint, profile: '' });
  return profile && known !== 'json' && known !== profile ? { what: 'otherKind' } : undefined;
};

/** The word at which a reader of the kit stopped; at the end, all of the text. */
const unread = (read, text, what) => {
  try {
    read(text);
    return undefined;
  } catch ({ found }) {
    return { what, shown: found || text };
  }
};

const mistakeInTimezone = (timezone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return undefined;
  } catch {
    return { what: 'unknownTimezone' };
  }
};

/**
 * @param {import('./snippets.js').Choices} choices
 * @param {Readers} readers
 * @returns {Mistake[]} at most one for a control
 */
export const mistakesIn = (choices, { parseHours, parseDayList }) => {
  const { widgets, endpoint, privacy, phone, email, replyWithin, hours, closed, timezone } = choices;
  const has = (...some) => some.some((widget) => widgets.includes(widget));
  const hasHours = has('appointment-request', 'faq-chat', 'callback-button');
  const promises = has('contact-form', 'appointment-request', 'faq-chat');
  const days = Number(replyWithin);
  const found = {
    endpoint: mistakeInEndpoint(endpoint),
    profile: mistakeInKind(choices),
    privacy: privacy && mistakeInAddress(privacy),
    phone: phone && !hasNumber(phone) && { what: 'noNumber' },
    email: email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && { what: 'noMailAddress' },
    replyWithin: promises && replyWithin && !(Number.isInteger(days) && days >= 1 && days <= 365) && { what: 'noWorkingDays' },
    hours: hasHours && hours && unread(parseHours, hours, 'unreadableHours'),
    closed:
      hasHours &&
      (closed
        ? unread(parseDayList, closed, 'unreadableDays')
        : /\bPH\b/i.test(hours) && { what: 'holidaysMissing' }),
    timezone: hasHours && timezone && mistakeInTimezone(timezone),
    faq: has('faq-chat') && choices.faqLeftOut.length > 0 && { what: 'lineLeftOut', shown: choices.faqLeftOut.join(' · ') },
  }; // prettier-ignore
  return Object.entries(found).flatMap(([control, mistake]) => (mistake ? [{ control, ...mistake }] : []));
};
