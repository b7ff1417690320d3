import type { PropertyDeclarations } from 'lit';
import type { FileLimits, FormEntry } from '../../controllers/field.js';
import { readReplyBy, readReplyWithin, type ReplyBy } from '../../controllers/reply.js';
import type { Localization } from '../../localization/localization.js';
import { contactFormWords } from '../../localization/widgets/contact-form.js';
import { baseStyles } from '../../ui/base.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';
import { FormWidget, type FormWords } from '../../ui/form-widget.js';
import { contactFields, TOPICS, topicText } from './fields.js';

type Words = Localization<'contact-form'>;

/**
 * A form through which a visitor reaches the company: a question, a suggestion, a proposal for improvement, a
 * complaint or a request for a quote. The topic changes the fields, the words and what is promised.
 *
 * The light DOM is its definition: labelled native controls add fields or change the kit's own, hidden controls
 * are sent along, a whole `<form action method="post">` is taken over, links to a phone or an e-mail address are
 * offered where a message can't be sent.
 *
 * @summary Questions, suggestions and complaints, to an endpoint of the owner's choice.
 *
 * @slot - The definition, as ordinary HTML; shown as it is until the script is there, and where there is no endpoint.
 * @slot heading - In place of the heading.
 * @slot intro - Above the fields.
 * @slot rights - The owner's text on a customer's rights, with a complaint's fields.
 * @slot consent - In place of the sentence that is agreed to.
 * @slot captcha - A captcha of the owner's; its named controls are sent along.
 * @slot thanks - At the end, once the message has been sent.
 *
 * @fires harreman-submit - Before sending; cancelable, and it can be made to wait.
 * @fires harreman-sent - The endpoint has the message.
 * @fires harreman-saved - The message is kept on this device, to be sent later.
 * @fires harreman-unconfirmed - The message was not sent, or nobody can say.
 * @fires harreman-rejected - The endpoint found something for the visitor to mend.
 *
 * @csspart base - The whole widget.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart notices - What is told above the fields: text that was restored, what has become of a message that was kept.
 * @csspart notice - One of these.
 * @csspart field - A field with its label, hint, error and control.
 * @csspart group - Fields that belong together.
 * @csspart label - A label or legend.
 * @csspart control - A native control.
 * @csspart options - The options of a choice.
 * @csspart option - One option.
 * @csspart hint - A hint.
 * @csspart error - A field's error.
 * @csspart error-summary - What is wrong, above the fields.
 * @csspart consent - The consent box with its sentence.
 * @csspart privacy-link - The link in it.
 * @csspart file-button - The button that chooses files.
 * @csspart file-list - The files that were chosen.
 * @csspart submit-button - The button that sends.
 * @csspart status - What is going on while sending.
 * @csspart failure - The panel after a try that failed.
 * @csspart retry-button - Its button.
 * @csspart contacts - The owner's phone and e-mail in it.
 * @csspart review - The answers, before they are sent.
 * @csspart end - The panel at the end.
 * @csspart reference - The reference number in it.
 * @csspart delete-button - Takes back what is saved and not sent.
 *
 * @cssproperty [--harreman-color-accent] - Buttons, links, focus.
 * @cssproperty [--harreman-color-on-accent] - Text on the accent colour.
 * @cssproperty [--harreman-color-surface] - Background of the widget.
 * @cssproperty [--harreman-color-field] - Background of its controls; that of the widget by default.
 * @cssproperty [--harreman-color-text] - Text.
 * @cssproperty [--harreman-color-muted] - Hints.
 * @cssproperty [--harreman-color-border] - Borders of controls.
 * @cssproperty [--harreman-color-error] - Errors.
 * @cssproperty [--harreman-color-scheme] - `light`, `dark` or `light dark`; the page's by default.
 * @cssproperty [--harreman-font] - Font family list.
 * @cssproperty [--harreman-font-size] - `medium` by default: the visitor's own setting.
 * @cssproperty [--harreman-radius] - Radius of corners.
 * @cssproperty [--harreman-space] - Distance between fields.
 * @cssproperty [--harreman-padding] - Distance from the widget's edge.
 * @cssproperty [--harreman-shadow] - Shadow of the widget.
 *
 * @cssstate busy - A message is being sent.
 * @cssstate invalid - Something needs the visitor's attention.
 * @cssstate sent - The message has been sent.
 * @cssstate saved - The message is kept on this device.
 */
export class HarremanContactForm extends FormWidget<'contact-form'> {
  static override words = contactFormWords;
  static override styles = [baseStyles, fieldStyles];
  static override properties: PropertyDeclarations = {
    topic: {},
    replyWithin: { attribute: 'reply-within' },
    replyBy: { attribute: 'reply-by' },
    accept: {},
    maxFiles: { attribute: 'max-files' },
    maxFileSize: { attribute: 'max-file-size' },
    review: { type: Boolean },
  };

  /** Fixes the topic, so that it isn't asked for: `question`, `suggestion`, `improvement`, `complaint`, `quote`, or a word of the owner's. */
  topic: string | undefined;
  /** Working days within which the owner answers; promised before and after sending. */
  replyWithin: string | undefined;
  /** What the visitor must give to be answered: `email`, `phone`, or `either` of them. */
  replyBy: ReplyBy = 'email';
  /** Kinds of files that may be attached, as in HTML's `accept`. Files can be attached when this, `max-files` or `max-file-size` is set. */
  accept: string | undefined;
  /** How many files may be attached; 5 by default. */
  maxFiles: string | undefined;
  /** How large each may be, such as `5MB` (the default). */
  maxFileSize: string | undefined;
  /** Shows the answers once more before they are sent. */
  override review = false;

  /** @internal */
  readonly wireName = 'contact';
  /** @internal */
  readonly extrasBefore = 'message';
  /** @internal */
  readonly wireFields = [
    'topic',
    'name',
    'email',
    'phone',
    'subject',
    'message',
    'order_number',
    'purchase_date',
    'remedy',
  ];

  protected define(words: Words): readonly FormEntry[] {
    return contactFields(words, {
      topic: this.#topic,
      topicIsFixed: this.#fixedTopic !== undefined,
      replyBy: readReplyBy(this, this.replyBy),
      files: this.#files,
    });
  }

  /** @internal */
  override get hiddenValues(): readonly (readonly [string, string])[] {
    const topic = this.#fixedTopic;
    return topic === undefined ? super.hiddenValues : [['topic', topic], ...super.hiddenValues];
  }

  protected phrases(words: Words): FormWords {
    const topic = this.#topic;
    const { form } = this.light.current;
    const days = readReplyWithin(this, this.replyWithin);
    const promise = days === undefined ? '' : words.plural('replyWithin', days);
    const next =
      topic === 'complaint'
        ? 'nextComplaint'
        : /^(suggestion|improvement)$/.test(topic)
          ? 'nextSuggestion'
          : 'nextStep';
    return {
      heading: this.heading ?? (form ? '' : words.text('heading')),
      promise,
      send: form?.submitLabel ?? topicText(words, 'send', topic),
      sent: topicText(words, 'sent', topic),
      next: promise ? [words.text(next), promise] : [words.text(next)],
      another: words.text('sendAnother'),
    };
  }

  get #topic(): string {
    const hidden = this.light.current.hidden.find(([name]) => name === 'topic');
    return this.#fixedTopic ?? hidden?.[1] ?? this.form.text('topic');
  }

  /** The kit's own topics are read in any case; another word is the owner's, and stays. */
  get #fixedTopic(): string | undefined {
    const topic = this.topic ?? undefined;
    return TOPICS.find((own) => own === topic?.toLowerCase()) ?? topic;
  }

  /** Files can be attached where an owner says what kinds, how many or how large. */
  get #files(): FileLimits | undefined {
    const { accept, maxFiles, maxFileSize } = this;
    const said = [accept, maxFiles, maxFileSize].some((limit) => typeof limit === 'string');
    return !said || maxFiles === '0' ? undefined : { accept, maxFiles, maxFileSize };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'harreman-contact-form': HarremanContactForm;
  }
}
