import type { Plural } from './plural.js';

/**
 * Everything a visitor reads. One typed object a language and widget: a missing key is a type error.
 *
 * - `{name}` stands for a value. Values are never put where a language would have to inflect them: prefer
 *   "label: value".
 * - `[words]` in a message become a link; see {@link CommonMessages.consent}.
 * - A {@link Plural} has one text for each plural category of the language (CLDR plural rules).
 */
export interface CommonMessages {
  /** Follows the label of a field that may be left empty, in brackets: `(optional)`. */
  optional: string;
  /** Heading of a group where an e-mail address or a phone number is wanted, one of the two at least. */
  eitherContact: string;
  eitherContactHint: string;
  name: string;
  email: string;
  phone: string;
  /** First entry of a list where nothing is chosen yet. */
  choose: string;
  /** A whole sentence; the words in `[ ]` become the link to the privacy policy. */
  consent: string;
  /** After a link: `(opens in a new tab)`. */
  newTab: string;
  attachment: string;
  send: string;
  /** `{count}` working days. */
  replyWithin: Plural;
  /** All of it in one text, for when nothing more can be fetched: not sent, the connection, the text is kept. */
  stranded: string;
  /** Label of the field that only machines see. */
  honeypot: string;
}

/** What every widget says once somebody uses it: problems, files, sending and how that ended. Fetched then. */
export interface InUseMessages {
  /** Visually hidden before a field's error: `Error:`. */
  errorPrefix: string;
  /** Heading of the error summary. */
  problemTitle: string;
  /** `{count}` problems, beneath the heading of the summary. */
  problemCount: Plural;
  eitherContactRequired: string;
  nameRequired: string;
  emailRequired: string;
  phoneRequired: string;
  /** Any other required field; `{label}`. */
  fieldRequired: string;
  emailInvalid: string;
  phoneInvalid: string;
  /** `{email}` is the address with the likely domain. */
  emailSuggestion: string;
  /** Button that takes the suggestion. */
  emailSuggestionAccept: string;
  dateInvalid: string;
  dateInFuture: string;
  /** `{label}` `{min}` / `{max}` are formatted values. */
  valueTooLow: string;
  valueTooHigh: string;
  /** A number that isn't on the steps of its field; `{label}`. */
  valueInvalid: string;
  urlInvalid: string;
  /** `{label}`; what is asked for follows as the field's hint. */
  patternMismatch: string;
  /** `{count}` characters are the least. */
  textTooShort: Plural;
  /** `{count}` characters too many. */
  textTooLong: Plural;
  charactersLeft: Plural;
  charactersOver: Plural;
  /** `{label}` is the question, or the text beside the box. */
  choiceRequired: string;
  tickRequired: string;
  consentRequired: string;
  chooseFiles: string;
  /** Beside the button, for those who have a pointer. */
  dropFiles: string;
  /** `{size}` each. */
  fileLimits: Plural;
  /** Accepted kinds: `{types}`. */
  fileTypes: string;
  /** Kinds of files in a list: "pictures, PDF". */
  kindImage: string;
  kindVideo: string;
  kindAudio: string;
  /** Name of the list of chosen files. */
  chosenFiles: string;
  /** Beside each chosen file. */
  remove: string;
  /** The same for who doesn't see the file beside it: `{file}`. Holds the words of `remove` (WCAG 2.2, 2.5.3). */
  removeFile: string;
  fileRemoved: string;
  fileAdded: string;
  /** `{file}` `{size}` is the limit. */
  fileTooLarge: string;
  /** All files together; `{size}` is the limit. */
  filesTooLarge: string;
  fileEmpty: string;
  fileUnreadable: string;
  /** `{file}` `{types}` are the accepted ones. */
  fileTypeRefused: string;
  /** `{count}` files at most. */
  tooManyFiles: Plural;
  /** The endpoint takes no files: send without, or use another way. */
  filesRefused: string;
  /** Label of the progress bar. */
  uploading: string;
  /** `{n}` with the unit: `{n} kB`, `{n} MB`. */
  kilobytes: string;
  megabytes: string;
  sending: string;
  tryAgain: string;
  back: string;
  change: string;
  /** `{label}` of the answer that a "change" button leads to. */
  changeField: string;
  reviewTitle: string;
  reviewIntro: string;
  /** An answer left empty, in the review. */
  notGiven: string;
  reference: string;
  copyReference: string;
  copyMessage: string;
  copied: string;
  /** The clipboard can't be reached: the text stands selected, to be copied by hand. */
  copyFailed: string;
  whatNext: string;
  savedTitle: string;
  savedText: string;
  unconfirmedTitle: string;
  unconfirmedText: string;
  /** Before a second try that the endpoint can't tell from the first. */
  mayDouble: string;
  notSentTitle: string;
  offlineText: string;
  networkText: string;
  busyText: string;
  /** The endpoint asks to wait for longer than a message is kept. */
  refusedTitle: string;
  blockedText: string;
  tooLargeText: string;
  /** Where the endpoint doesn't say why. */
  rejectedText: string;
  /** Your text is kept. */
  textKept: string;
  waitSeconds: Plural;
  waitMinutes: Plural;
  /** Heading over the owner's phone and e-mail. */
  otherWays: string;
  draftRestored: string;
  /** `{time}` when it was written, formatted; "label: value". */
  draftSaved: string;
  draftDiscard: string;
  draftDiscarded: string;
  /** What has become of a message that was kept on this device; `{time}` when it was written, formatted. */
  noticeWaiting: string;
  noticeSent: string;
  noticeUnconfirmed: string;
  noticeRejected: string;
  noticeParked: string;
  noticeExpired: string;
  sendAgain: string;
  sendNow: string;
  edit: string;
  deleteSaved: string;
  savedDeleted: string;
  close: string;
}

/** What the contact form says. */
export interface ContactFormMessages {
  heading: string;
  topic: string;
  topicRequired: string;
  topicQuestion: string;
  topicSuggestion: string;
  topicImprovement: string;
  topicComplaint: string;
  topicQuote: string;
  subject: string;
  message: string;
  messageQuestion: string;
  messageSuggestion: string;
  messageImprovement: string;
  messageComplaint: string;
  messageQuote: string;
  messageRequired: string;
  hintSuggestion: string;
  hintImprovement: string;
  hintQuote: string;
  /** Over the complaint's own fields: words that acknowledge. */
  complaintIntro: string;
  purchase: string;
  orderNumber: string;
  purchaseDate: string;
  remedy: string;
  remedyRepair: string;
  remedyReplacement: string;
  remedyPriceReduction: string;
  remedyRefund: string;
  remedyExplanation: string;
  sendQuestion: string;
  sendSuggestion: string;
  sendImprovement: string;
  sendComplaint: string;
  sendQuote: string;
  sentTitle: string;
  sentQuestion: string;
  sentSuggestion: string;
  sentImprovement: string;
  sentComplaint: string;
  sentQuote: string;
  nextStep: string;
  nextComplaint: string;
  nextSuggestion: string;
  sendAnother: string;
}

/** What the calendar and the field for a date say. Widgets that have them add these to their own. */
export interface CalendarMessages {
  /** `{month}` `{year}`; the Basque year comes with its suffix. After CLDR's `yMMMM`. */
  monthTitle: string;
  /** Heads of the columns, Monday first, separated by spaces: short, and no two alike (CLDR, `short`). */
  weekdays: string;
  /** Names of the buttons; `{month}` with its year. */
  previousMonth: string;
  nextMonth: string;
  /** A day's name, where it is free: `{date}` in full, `{count}` free times. */
  dayTimes: Plural;
  /** A day's name, where it can't be chosen, with the reason. */
  dayClosed: string;
  dayFull: string;
  /** Closed, or all taken: nobody says which. */
  dayNone: string;
  dayTooSoon: string;
  dayTooFar: string;
  dayPast: string;
  daysLoading: string;
  /** `{count}` days of the month are free. */
  monthFree: Plural;
  monthNone: string;
  /** The visitor has come to the first, or last, day. */
  noEarlier: string;
  noLater: string;
  /** Button that opens the calendar, and the calendar's name. */
  chooseDate: string;
  /** The button's name once `{date}` is chosen. Holds the words of `chooseDate` (WCAG 2.2, 2.5.3). */
  chosenDate: string;
  dateExample: string;
  dateEmpty: string;
  dateNoDay: string;
  dateNoMonth: string;
  dateNoSuchDay: string;
  dateUnclear: string;
  /** Over the days that were possibly meant. */
  dateAmbiguous: string;
  /** After a day that can't be chosen, with the reason. */
  dateChooseOther: string;
}

/** What the appointment request says at first. */
export interface AppointmentRequestMessages {
  heading: string;
  /** Name of the list of steps. */
  steps: string;
  /** Names of the steps, as short as can be. */
  stepAbout: string;
  stepWhen: string;
  stepDetails: string;
  stepCheck: string;
  /** Where the visitor is: `{step}` of `{total}`, in figures. */
  stepOf: string;
  /** Button that leads to the next step. */
  continue: string;
  service: string;
  staff: string;
  /** Legend of the ways to meet. */
  mode: string;
  modeVisit: string;
  modeOffice: string;
  modePhone: string;
  modeVideo: string;
  place: string;
  placeHint: string;
  people: string;
  notes: string;
  notesHint: string;
  sendRequest: string;
  /** Asked for, not agreed: the words say "request". */
  requestSent: string;
  nextConfirmation: string;
  anotherRequest: string;
}

/** What the appointment request says once somebody uses it, the calendar's words apart. */
export interface AppointmentInUseMessages {
  /** Legend over the ways to say when. */
  when: string;
  whenTime: string;
  whenAny: string;
  whenSoon: string;
  /** What was asked for, in the summary of answers. */
  time: string;
  timeRequired: string;
  timeGone: string;
  /** Label of the field for the date. */
  day: string;
  /** Over the times of a day: `{date}` in full. */
  timesOn: string;
  /** `{count}` times of the chosen day are free. */
  timesFree: Plural;
  timesNone: string;
  timesLoading: string;
  /** The endpoint that knows what is free can't be reached. */
  timesUnchecked: string;
  morning: string;
  afternoon: string;
  /** Neither matters. */
  anyTime: string;
  /** Over buttons with the next days that have free times. */
  nearestDays: string;
  /** Heading of the times that were taken. */
  yourTimes: string;
  addTime: string;
  /** `{zone}` is the company's. */
  companyZone: string;
  /** Beside a time of the company: `{time}` on the visitor's clock. */
  yourTime: string;
  week: string;
  /** Before the dates of a week: `{dates}`. */
  thisWeek: string;
  nextWeek: string;
  partOfDay: string;
  /** What is remembered on this device: `{what}`, a list. */
  lastTime: string;
  sameAgain: string;
  forgetMe: string;
  forgotten: string;
  rememberOffer: string;
  remember: string;
  remembered: string;
  /** Link to the file for a calendar: its `{type}` and `{size}`. */
  calendarFile: string;
  /** Link to a calendar on the web: `{calendar}` is its name. */
  addToCalendar: string;
  /** Title of the entry in the visitor's calendar; "requested" is in it. */
  eventTitle: string;
}

/** What the FAQ chat says at first. */
export interface FaqChatMessages {
  heading: string;
  /** The assistant's first message: that it is automatic, and what it can do. */
  greeting: string;
  /** Said after that where there is a way to a person. */
  otherwise: string;
  /** Said where there is an endpoint: unanswered questions are posted there. */
  passedOn: string;
  /** Heading over the questions to start with. */
  suggestions: string;
  /** Opens the list of all questions. */
  allQuestions: string;
  /** Label of the field. */
  question: string;
  /** `{enter}` and `{shiftEnter}` are the names of keys. */
  questionHint: string;
  /** Button that leads to a person, always there. */
  toPerson: string;
  /** Name of the log. */
  conversation: string;
  /** Button that opens the floating panel. */
  launcher: string;
  /** Closes the floating panel; the conversation stays. */
  closeChat: string;
}

/** When somebody answers. */
export interface PresenceMessages {
  /** Open day and night. */
  openNow: string;
  /** `{time}`, with its day where that is not today. */
  openUntil: string;
  opensAt: string;
  /** After a time of the company, in brackets: on the visitor’s clock. */
  inYourTime: string;
}

/** What the FAQ chat says once somebody uses it. */
export interface FaqChatInUseMessages extends PresenceMessages {
  /** Before a message, for those who listen. */
  youSaid: string;
  assistantSaid: string;
  /** Before a line of the transcript that goes to a person. */
  me: string;
  assistant: string;
  questionRequired: string;
  searching: string;
  /** Name of the list of questions like the one that is being written. */
  matching: string;
  matchingCount: Plural;
  didYouMean: string;
  noneOfThese: string;
  unknown: string;
  /** After `unknown`. */
  whatNow: string;
  /** The same where there is no way to a person. */
  inOtherWords: string;
  related: string;
  didHelp: string;
  /** The two answers to `didHelp`; their names for those who listen hold these words (WCAG 2.2, 2.5.3). */
  yes: string;
  no: string;
  helpedBy: string;
  notHelpedBy: string;
  feedbackThanks: string;
  sorry: string;
  /** Over the ways to a person. */
  person: string;
  leaveQuestion: string;
  sendQuestion: string;
  /** Title of the end, when a question has been left. */
  questionSent: string;
  questionNext: string;
  newConversation: string;
  /** Leaves the form without sending. */
  backToChat: string;
  /** `{channel}` is a name: WhatsApp. */
  continueOn: string;
  /** Button, where the visitor has scrolled up. */
  newMessages: string;
  /** On the button that opens the floating panel, and said once. */
  unreadMessages: Plural;
  endConversation: string;
  /** Asked before what was said is deleted. */
  endConfirm: string;
  endYes: string;
  endNo: string;
  /** What visitors write who greet, or say thanks, and ask nothing, after commas. Accents, capitals and points don't matter. */
  greetings: string;
  thanks: string;
  /** What is said to it. */
  greeted: string;
  thanked: string;
}

/** What the callback button says at first: the button itself. */
export interface CallbackButtonMessages {
  /** Where it only leads to a call. */
  launcher: string;
  /** Where it leads to more than a call. */
  launcherAll: string;
}

/** What the callback button says once somebody uses it. */
export interface CallbackInUseMessages extends PresenceMessages {
  closePanel: string;
  /** Name of the list of links. */
  ways: string;
  openingHours: string;
  /** Beside a day without hours. */
  closedDay: string;
  /** Button beside a phone number, where there is room for the code. */
  showQr: string;
  /** `{number}` as the owner writes it. */
  qrHint: string;
  /** Link to a file with the representative; the type is in it. */
  saveContact: string;
  /** Leads back from one way to all of them. */
  backToAll: string;
  /** Heading of the form. */
  heading: string;
  phoneNumber: string;
  phoneHint: string;
  when: string;
  whenSoon: string;
  /** Days, before a time: "Today: 15:00 – 18:00". */
  whenToday: string;
  whenTomorrow: string;
  whenChoose: string;
  day: string;
  window: string;
  /** `{zone}` is the visitor's. */
  zoneNote: string;
  topic: string;
  sendRequest: string;
  /** Title of the end. */
  requestSent: string;
  anotherRequest: string;
  country: string;
  /** Button that shows the list of countries. */
  otherCountry: string;
  /** `{example}` is a number as it is written in the country. */
  phoneExample: string;
  /** Before the number as it was understood. */
  phoneTaken: string;
  phoneUnsure: string;
  phoneCountryRequired: string;
  numberInvalid: string;
  windowGone: string;
  promisedNumber: string;
  promisedWindow: string;
  nextCall: string;
  cancelRequest: string;
  cancelSent: string;
  cancelSaved: string;
  cancelFailed: string;
  /** `{time}` when it was asked for. */
  repeated: string;
}

/**
 * The questions of the survey's presets, and what their scores are called: all of them where each has words, else the
 * two ends. A score that is asked in an e-mail and on a page is called the same.
 */
export interface SurveyScaleMessages {
  csatQuestion: string;
  csat1: string;
  csat2: string;
  csat3: string;
  csat4: string;
  csat5: string;
  /** Net Promoter Score: F. Reichheld, “The One Number You Need to Grow”, 2003. */
  npsQuestion: string;
  nps0: string;
  nps10: string;
  /** Customer Effort Score 2.0 (CEB, 2013): agreement with a sentence, 7 is best. */
  cesQuestion: string;
  ces1: string;
  ces2: string;
  ces3: string;
  ces4: string;
  ces5: string;
  ces6: string;
  ces7: string;
  expectationQuestion: string;
  expectation1: string;
  expectation2: string;
  expectation3: string;
  expectation4: string;
  expectation5: string;
  recommendQuestion: string;
  recommend0: string;
  recommend10: string;
}

/** What the satisfaction survey says at first. */
export interface SatisfactionSurveyMessages extends SurveyScaleMessages {
  heading: string;
  /** Label of the comment. */
  comment: string;
  /** What those who listen hear of a score: `{score}` `{max}`. */
  scoreOf: string;
}

/** What the satisfaction survey says once somebody uses it. */
export interface SatisfactionSurveyInUseMessages {
  /** `{step}` `{total}`. */
  questionOf: string;
  next: string;
  /** In place of `next`, where nothing was answered and nothing must be. */
  skip: string;
  /** Said where an answer brings a further question. */
  newQuestion: string;
  clearAnswer: string;
  answerCleared: string;
  /** An answer that goes with no other was chosen. */
  exclusiveKept: string;
  /** Another was chosen beside it; `{label}`. */
  exclusiveDropped: string;
  anonymousNote: string;
  /** Where an invitation says who answers. */
  invitedNote: string;
  /** The answer of an invitation's link, before it is sent, once it has arrived, and while it waits. */
  linkedNote: string;
  linkedSent: string;
  /** Titles of the end, by the score. */
  thanksHigh: string;
  thanksMiddle: string;
  thanksLow: string;
  /** After `thanksLow`. */
  putRight: string;
  /** Over the owner's phone and e-mail. */
  reachUs: string;
  /** Over the links to a review and to share. */
  tellOthers: string;
  review: string;
  share: string;
  copyLink: string;
  changeAnswer: string;
  closeSurvey: string;
  /** Of several answers, `{count}` at most, and at least. */
  chooseUpTo: Plural;
  chooseAtLeast: Plural;
}

/** What an invitation by e-mail says around the question. */
export interface SurveyEmailMessages {
  greeting: string;
  /** That an answer is a link, and that it is not final. */
  choose: string;
  /** Before the address of the page. */
  otherwise: string;
  /** Link that ends these e-mails. */
  unsubscribe: string;
  privacyPolicy: string;
}

/** What each widget says at first; of those that are forms, the common messages are part of it. */
export interface WidgetMessages {
  'contact-form': CommonMessages & ContactFormMessages;
  'appointment-request': CommonMessages & AppointmentRequestMessages;
  'faq-chat': CommonMessages & FaqChatMessages;
  'satisfaction-survey': CommonMessages & SatisfactionSurveyMessages;
  'callback-button': CallbackButtonMessages;
}

/** What each widget says once somebody uses it, besides what all say then. */
export interface WidgetInUseMessages {
  'contact-form': object;
  'appointment-request': AppointmentInUseMessages & CalendarMessages;
  'faq-chat': FaqChatInUseMessages;
  'callback-button': CommonMessages & CallbackInUseMessages;
  'satisfaction-survey': SatisfactionSurveyInUseMessages;
}

/** A widget by the last part of its tag. */
export type WidgetKey = keyof WidgetMessages;

/** What one widget says in one language before anybody has used it. */
export type FirstMessages<W extends WidgetKey = WidgetKey> = WidgetMessages[W];

/** What one widget says in one language once somebody uses it. */
export type LaterMessages<W extends WidgetKey = WidgetKey> = InUseMessages & WidgetInUseMessages[W];

/** Everything that one widget says in one language. */
export type Messages<W extends WidgetKey = WidgetKey> = CommonMessages & FirstMessages<W> & LaterMessages<W>;

/** Of all widgets together. */
type AnyMessages = CommonMessages &
  InUseMessages &
  ContactFormMessages &
  AppointmentRequestMessages &
  AppointmentInUseMessages &
  CalendarMessages &
  FaqChatMessages &
  FaqChatInUseMessages &
  CallbackButtonMessages &
  CallbackInUseMessages &
  SatisfactionSurveyMessages &
  SatisfactionSurveyInUseMessages;

/** An owner's own words: any key, the others stay. A plural may be given as one text for all numbers. */
export type MessageOverrides = Partial<Record<keyof AnyMessages, string | Plural>>;
