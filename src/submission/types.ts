/**
 * What goes over the wire: one flat object, the same names in JSON and in form encodings, so that a
 * spreadsheet, a mail script or a CRM reads it as it is. The JSON Schemas in `dist/schemas` are generated
 * from these types, and the receiver validates with the same ones.
 */

/** Which widget a submission comes from. */
export type WidgetName = 'contact' | 'appointment' | 'question' | 'survey' | 'callback';

/** A value on the wire: text, number or flag, or a list of texts (a control with several choices). */
export type WireValue = string | number | boolean | readonly string[];

/**
 * A UUID in the lower-case form of RFC 9562.
 * @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$
 */
export type SubmissionId = string;

/** What every submission carries, whatever the widget. */
export interface SubmissionBase {
  /** Minted when the visitor presses send; the same on every retry, new after an edit. */
  submission_id: SubmissionId;
  /** Short number for people, derived from `submission_id`, for example `7K3M-9QPA-2`. @maxLength 40 */
  reference: string;
  widget: WidgetName;
  /** When the visitor pressed send, RFC 3339. @format date-time */
  created_at: string;
  /** BCP 47 tag of the language the visitor saw. @maxLength 35 */
  locale: string;
  /** Address of the page, personal data removed. @maxLength 2048 */
  page_url: string;
  /** @maxLength 500 */
  page_title?: string;
  /** @maxLength 2048 */
  referrer?: string;
  /** First page of the visit, only with `remember-source`. @maxLength 2048 */
  landing_page?: string;
  /** @maxLength 300 */
  utm_source?: string;
  /** @maxLength 300 */
  utm_medium?: string;
  /** @maxLength 300 */
  utm_campaign?: string;
  /** @maxLength 300 */
  utm_term?: string;
  /** @maxLength 300 */
  utm_content?: string;
  /** Google Ads click. @maxLength 300 */
  gclid?: string;
  /** Google Ads click, application to web. @maxLength 300 */
  gbraid?: string;
  /** Google Ads click, web to application. @maxLength 300 */
  wbraid?: string;
  /** Meta click. @maxLength 300 */
  fbclid?: string;
  /** Microsoft Advertising click. @maxLength 300 */
  msclkid?: string;
  /** The visitor's name as written. @maxLength 300 */
  name?: string;
  /** One e-mail address; Unicode in either part is allowed (RFC 6531). @maxLength 320 */
  email?: string;
  /** E.164 where the widget is sure of the country, else as written. @maxLength 60 */
  phone?: string;
  /** The sentence that was accepted, word for word. @maxLength 2000 */
  consent_text?: string;
  /** When it was accepted, RFC 3339. @format date-time */
  consent_at?: string;
  /** @maxLength 2048 */
  consent_url?: string;
  /** `submission_id` of the earlier submission that this one follows. */
  regarding?: SubmissionId;
  /** `true` where a retry could not know whether the first try arrived. */
  possible_duplicate?: boolean;
  /** 0 (a person) to 100 (surely a machine). A receiver may quarantine; the widget never drops. @minimum 0 @maximum 100 */
  spam_score?: number;
  /** What raised the score, comma separated, for example `honeypot,fast`. @maxLength 200 */
  spam_signals?: string;
}

/** The topics that the kit has words for. An owner's own topics are any other text. */
export type ContactTopic = 'question' | 'suggestion' | 'improvement' | 'complaint' | 'quote';

/** The remedies of consumer law (Directive (EU) 2019/771, art. 13) and the wish for an explanation. */
export type Remedy = 'repair' | 'replacement' | 'price_reduction' | 'refund' | 'explanation';

/** A message from the contact form. The owner's own fields stand beside these under their own names. */
export interface ContactSubmission extends SubmissionBase {
  widget: 'contact';
  /** One of the kit's topics (`question`, `complaint` …), or the value of an owner's own topic. @maxLength 100 */
  topic?: string;
  /** @maxLength 500 */
  subject?: string;
  /** @maxLength 100000 */
  message?: string;
  /** Complaints: what was bought, a product or an order number. @maxLength 300 */
  order_number?: string;
  /** Complaints: when it was bought, `YYYY-MM-DD`. @format date */
  purchase_date?: string;
  /** Complaints: what would put it right. */
  remedy?: Remedy;
}

/** How people meet: at the visitor's place, at the company's, by phone, or by video. */
export type AppointmentMode = 'visit' | 'office' | 'phone' | 'video';

/** Which part of a day suits a visitor who names no time. */
export type PartOfDay = 'morning' | 'afternoon' | 'any';

/**
 * A request for an appointment or a visit. It names one time (`start`, `end`), or several in the order in which they
 * suit (the first as `start` and `end`, the others as `alternatives`), or none: then `part_of_day` is there, and any
 * time within one of the `alternatives` suits. Without any of them, as soon as possible.
 */
export interface AppointmentSubmission extends SubmissionBase {
  widget: 'appointment';
  /** The value of an owner's choice. @maxLength 300 */
  service?: string;
  /** The value of an owner's choice. @maxLength 300 */
  staff?: string;
  mode?: AppointmentMode;
  /** RFC 3339 with the offset of `timezone`: the instant and the wall time in one. @format date-time */
  start?: string;
  /** RFC 3339 with the offset of `timezone`. @format date-time */
  end?: string;
  /** The company's IANA time zone, in which its hours are meant. @maxLength 100 */
  timezone?: string;
  /** The visitor's IANA time zone, where it is another. @maxLength 100 */
  visitor_timezone?: string;
  /**
   * Further times, or the times within which any suits: each `start/end` (ISO 8601) of two date-times as in `start`.
   * @maxItems 100
   */
  alternatives?: readonly string[];
  /** The visitor names no time: any within one of the `alternatives` suits. */
  part_of_day?: PartOfDay;
  /** Where the visit is to be, as written. @maxLength 1000 */
  place?: string;
  /** How many come. @asType integer @minimum 1 @maximum 1000 */
  people?: number;
  /** What else there is to know, access needs among it. @maxLength 20000 */
  notes?: string;
}

/** How asking the FAQ chat ended: with an entry or a text, with neither, or with a person who is to answer. */
export type QuestionOutcome = 'answered' | 'unanswered' | 'handover';

/**
 * A question from the FAQ chat. One that was not answered, or not well, comes by itself and without a name, so that
 * the owner learns what is asked. One that is handed over (`handover`) is from somebody who waits for an answer.
 */
export interface QuestionSubmission extends SubmissionBase {
  widget: 'question';
  /** As written. @maxLength 20000 */
  question?: string;
  outcome: QuestionOutcome;
  /** The entry that was shown: its id, else its question. @maxLength 500 */
  entry?: string;
  /** What the visitor said of the answer. */
  helpful?: boolean;
  /** What was said before, one line a message. @maxLength 20000 */
  transcript?: string;
}

/**
 * A request to be called. `window_start` and `window_end` are what the visitor was promised; without them, as soon as
 * possible. One that takes an earlier request back has `outcome` and the earlier one's id as `regarding`.
 */
export interface CallbackSubmission extends SubmissionBase {
  widget: 'callback';
  /** RFC 3339 with the offset of `timezone`. @format date-time */
  window_start?: string;
  /** RFC 3339 with the offset of `timezone`. @format date-time */
  window_end?: string;
  /** The company's IANA time zone, in which its hours are meant. @maxLength 100 */
  timezone?: string;
  /** The visitor's IANA time zone, where it is another. @maxLength 100 */
  visitor_timezone?: string;
  /** What the call is about, as written or as chosen from the owner's list. @maxLength 300 */
  topic?: string;
  /** The visitor does not want the call of `regarding` any more. */
  outcome?: 'cancelled';
}

/**
 * What a score measures: satisfaction (CSAT, 1 to 5), recommendation (NPS, 0 to 10), effort (CES 2.0, 1 to 7, where 7 is
 * easiest), or what was received against what was expected (1 to 5).
 */
export type SurveyMetric = 'csat' | 'nps' | 'ces' | 'expectation';

/**
 * An answer to a survey. Who changes or completes theirs sends another, with `regarding`, the first one's
 * `submission_id`, and the same `respondent` where there is one: the later one takes the earlier one's place. The
 * owner's own questions stand beside these as `answer_…`.
 */
export interface SurveySubmission extends SubmissionBase {
  widget: 'survey';
  /** Which survey, as the owner calls it. @maxLength 100 */
  survey?: string;
  metric?: SurveyMetric;
  /** From `score_min` to `score_max`. @asType integer */
  score?: number;
  /** @asType integer */
  score_min?: number;
  /** @asType integer */
  score_max?: number;
  /** As written. @maxLength 20000 */
  comment?: string;
  /** Who was asked, as the link of the invitation said it: a token, not a name. @maxLength 1000 */
  respondent?: string;
}

/** Any submission of the kit. */
export type Submission =
  | ContactSubmission
  | AppointmentSubmission
  | QuestionSubmission
  | SurveySubmission
  | CallbackSubmission;

/** A submission together with the owner's own fields: what profiles encode. Keys in wire order. */
export type WireRecord = Readonly<Record<string, WireValue | undefined>>;

/** A file that travels with a submission, under the wire name of its control (`attachment`). */
export interface AttachedFile {
  readonly field: string;
  readonly file: File;
}
