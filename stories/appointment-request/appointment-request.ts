/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import maialen from '../../demo/site/img/maialen.svg';
import '../../src/define/appointment-request.js';
import type { AppointmentMode } from '../../src/submission/types.js';
import { answerCalendars, calendars, takenMeanwhile } from '../support/calendar-server.js';
import { setClock } from '../support/clock.js';
import { endpoints as anyEndpoints } from '../support/endpoints.js';
import { formArgTypes, given, type FormArgs } from '../support/form-args.js';

const endpoints = { ...anyEndpoints, taken: takenMeanwhile };

/** What a story can set: the element's attributes by their names, and what stands around them. */
export interface AppointmentArgs extends FormArgs {
  'hours'?: string;
  'closed'?: string;
  'holidays'?: string;
  'timezone'?: string;
  'slot-minutes'?: number;
  'buffer-minutes'?: number;
  'notice-hours'?: number;
  'horizon-days'?: number;
  'availability'?: string;
  'modes'?: readonly AppointmentMode[];
  'people'?: number;
  'reply-within'?: number;
  /** How the endpoint answers; `network` asks the real address in `endpoint`. */
  'answer'?: keyof typeof endpoints | 'network';
}

export type AppointmentMeta = Meta<AppointmentArgs>;
export type AppointmentStory = StoryObj<AppointmentArgs>;

/** An appointment request with the owner's HTML in it. */
export const appointmentRequest = (
  args: AppointmentArgs,
  content: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<harreman-appointment-request
    endpoint=${given(args.endpoint)}
    profile=${given(args.profile)}
    hours=${given(args.hours)}
    closed=${given(args.closed)}
    holidays=${given(args.holidays)}
    timezone=${given(args.timezone)}
    slot-minutes=${given(args['slot-minutes'])}
    buffer-minutes=${given(args['buffer-minutes'])}
    notice-hours=${given(args['notice-hours'])}
    horizon-days=${given(args['horizon-days'])}
    availability=${given(args.availability)}
    modes=${given(args.modes?.join(' '))}
    people=${given(args.people)}
    reply-within=${given(args['reply-within'])}
    reply-by=${given(args['reply-by'])}
    privacy-url=${given(args['privacy-url'])}
    heading=${ifDefined(args.heading)}
    heading-level=${given(args['heading-level'])}
    locale=${given(args.locale)}
    persist=${given(args.persist)}
    ?remember-source=${args['remember-source']}
    prefill-url=${given(args['prefill-url'])}
    .messages=${args.messages}
    .transport=${args.answer && args.answer !== 'network' ? endpoints[args.answer] : undefined}
    >${content}</harreman-appointment-request
  >`;

const number = (min: number, max: number) => ({ control: { type: 'number', min, max } as const });

/** What the files of stories share. */
export const meta = {
  component: 'harreman-appointment-request',
  render: (args) => appointmentRequest(args),
  args: { answer: 'sent' },
  argTypes: {
    'slot-minutes': number(1, 1440),
    'buffer-minutes': number(0, 1440),
    'notice-hours': number(0, 8784),
    'horizon-days': number(0, 1098),
    'availability': { control: 'select', options: Object.values(calendars) },
    'modes': { control: 'inline-check', options: ['visit', 'office', 'phone', 'video'] },
    'people': number(1, 1000),
    'reply-within': number(1, 60),
    'timezone': {
      control: 'select',
      options: ['Europe/Madrid', 'Asia/Tbilisi', 'Europe/Riga', 'America/New_York', 'Asia/Kathmandu'],
    },
    ...formArgTypes,
    'answer': {
      description:
        'How the endpoint answers, through the property `transport`; `taken` has given the time to somebody else, `network` asks the real address in `endpoint`.',
      control: 'select',
      options: [...Object.keys(endpoints), 'network'],
      table: { category: 'Story' },
    },
  },
  beforeEach: () => {
    const giveBack = [setClock(), answerCalendars()];
    return () => {
      for (const each of giveBack) each();
    };
  },
} satisfies AppointmentMeta;

/** What the owner offers, and who: choices that are ordinary controls without the script. */
export const choices = html`
  <label>
    What do you need?
    <select name="service" required>
      <option value="">Please choose</option>
      <option value="home">House cleaning</option>
      <option value="garden">Garden</option>
      <option value="repairs">Small repairs</option>
    </select>
  </label>
  <label>
    With whom?
    <select name="staff">
      <option value="">Whoever is free</option>
      <option value="nino">Nino Lomidze</option>
      <option value="kristaps">Kristaps Ozoliņš</option>
    </select>
  </label>
`;

/** The person whom the visitor will meet. */
export const representative = html`
  <style>
    .person {
      display: flex;
      flex-wrap: wrap;
      gap: 1rem;
      align-items: center;
    }
    .person p {
      margin: 0;
    }
  </style>
  <div slot="representative" class="person">
    <img src=${maialen} alt="" width="88" height="88" />
    <div>
      <p><strong>Maialen Otaegi</strong></p>
      <p>Visits and quotes</p>
      <p><a href="tel:+34943000000" dir="ltr">943 00 00 00</a></p>
      <p><a href="mailto:maialen@example.com">maialen@example.com</a></p>
    </div>
  </div>
`;
