/**
 * Classes and types. Importing this defines no tag: `harreman/contact-form` does.
 * @packageDocumentation
 */
export { HarremanContactForm } from './elements/contact-form/contact-form.js';

export { configure, type PageSettings } from './controllers/settings.js';
export { registerMessages } from './localization/registry.js';
export { locales, type Locale } from './localization/locale.js';
export type {
  CommonMessages,
  ContactFormMessages,
  MessageOverrides,
  Messages,
  WidgetKey,
} from './localization/catalogue.js';
export type { Plural } from './localization/plural.js';

export {
  HarremanRejectedEvent,
  HarremanSavedEvent,
  HarremanSentEvent,
  HarremanSubmitEvent,
  HarremanUnconfirmedEvent,
  type SubmissionDetail,
} from './controllers/events.js';
export type {
  AttachedFile,
  ContactSubmission,
  ContactTopic,
  Remedy,
  Submission,
  SubmissionBase,
  SubmissionId,
  WidgetName,
  WireRecord,
  WireValue,
} from './submission/types.js';
export type {
  AttemptOutcome,
  DeliveryOutcome,
  DeliveryState,
  FailureReason,
  FieldError,
} from './delivery/states.js';
export type { DeliveryRequest } from './delivery/deliver.js';
export type { Transport } from './controllers/sending.js';
export type { ProfileName } from './delivery/profiles/index.js';
