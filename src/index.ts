/**
 * Classes and types. Importing this defines no tag: `harreman/contact-form` and its like do.
 * @packageDocumentation
 */
export { HarremanAppointmentRequest } from './elements/appointment-request/appointment-request.js';
export { HarremanCallbackButton } from './elements/callback-button/callback-button.js';
export { HarremanContactForm } from './elements/contact-form/contact-form.js';
export { HarremanFaqChat } from './elements/faq-chat/faq-chat.js';
export { HarremanSatisfactionSurvey } from './elements/satisfaction-survey/satisfaction-survey.js';

export { configure, type PageSettings } from './controllers/settings.js';
export { registerMessages } from './localization/registry.js';
export { locales, type Locale } from './localization/locale.js';
export type {
  AppointmentInUseMessages,
  AppointmentRequestMessages,
  CalendarMessages,
  CallbackButtonMessages,
  CallbackInUseMessages,
  CommonMessages,
  ContactFormMessages,
  FaqChatInUseMessages,
  FaqChatMessages,
  MessageOverrides,
  Messages,
  PresenceMessages,
  SatisfactionSurveyInUseMessages,
  SatisfactionSurveyMessages,
  SurveyEmailMessages,
  SurveyScaleMessages,
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
  AppointmentMode,
  AppointmentSubmission,
  AttachedFile,
  CallbackSubmission,
  ContactSubmission,
  ContactTopic,
  PartOfDay,
  QuestionOutcome,
  QuestionSubmission,
  Remedy,
  Submission,
  SubmissionBase,
  SubmissionId,
  SurveyMetric,
  SurveySubmission,
  WidgetName,
  WireRecord,
  WireValue,
} from './submission/types.js';
export { surveyLink, type SurveyLink } from './submission/survey-link.js';
export {
  surveyEmail,
  type SurveyEmail,
  type SurveyEmailOptions,
  type SurveyEmailWords,
} from './submission/survey-email.js';
export type { SurveyLook, SurveyPreset } from './submission/survey-scales.js';
export type {
  AttemptOutcome,
  DeliveryOutcome,
  DeliveryState,
  FailureReason,
  FieldError,
} from './delivery/states.js';
export { HarremanCloseEvent, HarremanOpenEvent } from './controllers/panel-events.js';
export { HarremanChannelEvent, type ChannelDetail } from './elements/callback-button/events.js';
export type { DeliveryRequest } from './delivery/deliver.js';
export {
  HarremanFeedbackEvent,
  HarremanQuestionEvent,
  type FeedbackDetail,
  type QuestionDetail,
} from './elements/faq-chat/events.js';
export type { FaqData, FaqEntry } from './elements/faq-chat/entries/read-json.js';
export type { Transport } from './controllers/sending.js';
export type { ProfileName } from './delivery/profiles/index.js';

export { loadCalendarWords, type CalendarWords } from './localization/calendar-words.js';
export { loadDates, type CalendarDate, type DateFormatter, type DateStyle } from './localization/dates.js';
export { baseStyles } from './ui/base.styles.js';
export {
  CalendarController,
  type CalendarHost,
  type CalendarOptions,
} from './ui/calendar/calendar-controller.js';
export type { Month } from './ui/calendar/calendar-date.js';
export { calendarTemplate, type CalendarView } from './ui/calendar/calendar.js';
export { calendarStyles } from './ui/calendar/calendar.styles.js';
export {
  DateInputController,
  type DateInputOptions,
  type UnavailableDay,
} from './ui/calendar/date-input-controller.js';
export { dateInputStyles } from './ui/calendar/date-input.styles.js';
export { dateInputTemplate, type DateInputView } from './ui/calendar/date-input.js';
export { DatePickerController, datePickerTemplate } from './ui/calendar/date-picker.js';
export type { CalendarDays, DayReason, DayStatus } from './ui/calendar/days.js';
export type { DateProblem } from './ui/calendar/parse-date.js';
export { fieldStyles } from './ui/field.styles.js';
export { inUseStyles } from './ui/in-use.styles.js';
