import { complain } from './complain.js';

/** Where an answer may go: what the visitor must give. */
export type ReplyBy = 'email' | 'phone' | 'either';

/** Reads `reply-by`, in any case. What makes no sense is told of, and stands for `email`, as nothing does. */
export const readReplyBy = (host: Element, value: string | null | undefined): ReplyBy => {
  const by = typeof value === 'string' ? value.toLowerCase() : 'email';
  if (/^(email|phone|either)$/.test(by)) return by as ReplyBy;
  complain(host, 'reply-by', value, 'email is used');
  return 'email';
};

/** Reads `reply-within`, in working days. What makes no sense is told of, and promises nothing. */
export const readReplyWithin = (host: Element, value: string | null | undefined): number | undefined => {
  if (typeof value !== 'string') return undefined;
  const days = Number(value);
  if (Number.isInteger(days) && days > 0 && days <= 365) return days;
  complain(host, 'reply-within', value, 'not a number of working days; nothing is promised');
  return undefined;
};
