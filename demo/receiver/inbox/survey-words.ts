import type { InvitationStatus, InviteOutcome } from '../store/surveys.js';
import { satisfiedFrom, type Measure, type Scale } from '../surveys/scale.js';
import type { Estimate } from '../surveys/statistics.js';
import { metricLabel } from './labels.js';
import { ENGLISH } from './words/words.js';

/** `Satisfaction (CSAT), 1 to 5`. */
export const scaleTitle = ({ metric, min, max }: Scale): string =>
  `${metricLabel(ENGLISH, metric)}, ${min} to ${max}`;

export const measureLabel = ({ name }: Measure, scale: Scale): string => {
  switch (name) {
    case 'satisfied': {
      const from = satisfiedFrom(scale);
      return from === scale.max ? `Satisfied (${from})` : `Satisfied (${from} and ${scale.max})`;
    }
    case 'nps':
      return 'Net Promoter Score';
    case 'mean':
      return 'Mean';
    case 'better':
      return 'Better than expected';
    case 'worse':
      return 'Worse than expected';
  }
};

/** `82%`, `+37`, `4.2 of 5`. */
export const measureValue = ({ estimate, unit }: Measure, { max }: Scale): string =>
  unit === 'score' ? `${estimate.value.toFixed(2)} of ${max}` : number(estimate.value, unit);

/** `71% to 89%`, or nothing where it can't be said. */
export const intervalText = ({ interval }: Estimate, unit: Measure['unit']): string =>
  interval ? `${number(interval[0], unit)} to ${number(interval[1], unit)}` : '';

const number = (value: number, unit: Measure['unit']): string => {
  if (unit === 'share') return `${Math.round(value * 100)}%`;
  if (unit === 'score') return value.toFixed(2);
  const rounded = Math.round(value);
  // A typographic minus, as long as the plus; and no minus before nothing.
  return rounded > 0 ? `+${rounded}` : `${rounded || 0}`.replace('-', '−');
};

export const percent = (part: number, whole: number): string =>
  whole ? `${Math.round((part / whole) * 100)}%` : '–';

export const STATUS_LABELS: Readonly<Record<InvitationStatus, string>> = {
  answered: 'Answered',
  erased: 'Erased',
  revoked: 'Revoked',
  unsubscribed: 'Unsubscribed',
  bounced: 'Bounced',
  cancelled: 'Not sent',
  sent: 'Sent',
  queued: 'Queued',
};

export const OUTCOME_TEXTS: Readonly<Record<InviteOutcome, string>> = {
  invited: 'Invited',
  already: 'Invited before, for the same reference',
  unsubscribed: 'Wants no invitations',
  bounced: 'Mail to this address came back',
  erased: 'Was erased, and gets no more',
  recent: 'Asked too short a time ago',
};
