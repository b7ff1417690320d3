import { html } from 'lit';
import { contactForm, meta, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/** What an owner decides, by attributes and by ordinary HTML inside the tag. */
export default {
  ...meta,
  title: 'Contact form/Options',
} satisfies ContactFormMeta;

/** An answer goes to an e-mail address. The phone number is welcome. */
export const ReplyByEmail: ContactFormStory = { args: { 'topic': 'question', 'reply-by': 'email' } };

/** An answer goes to a phone number. */
export const ReplyByPhone: ContactFormStory = { args: { 'topic': 'question', 'reply-by': 'phone' } };

/** One of the two is enough. */
export const ReplyByEither: ContactFormStory = { args: { 'topic': 'question', 'reply-by': 'either' } };

/** The address of the privacy policy brings the consent box; the words that were agreed to are sent along. */
export const Consent: ContactFormStory = {
  args: { 'topic': 'question', 'privacy-url': 'https://example.com/privacy' },
};

/** Working days within which the owner answers: promised before and after sending. */
export const ReplyWithin: ContactFormStory = { args: { 'topic': 'question', 'reply-within': '2' } };

/** Files, with their limits said beforehand. */
export const Files: ContactFormStory = {
  args: { 'topic': 'question', 'accept': 'image/*,.pdf', 'max-files': '3', 'max-file-size': '5MB' },
};

/** Labelled native controls inside the tag become fields; one with a name of the kit's changes that field. */
export const OwnHtml: ContactFormStory = {
  name: 'Owner’s HTML',
  args: { topic: 'quote' },
  render: (args) =>
    contactForm(
      args,
      html`
        <label>
          Surface in square metres
          <small>Roughly is fine: a room of 4 by 5 metres has 20.</small>
          <input type="number" name="surface" min="5" max="2000" required />
        </label>
        <label>
          How often
          <select name="frequency">
            <option value="">Not sure yet</option>
            <option value="once">Once</option>
            <option value="weekly">Every week</option>
            <option value="monthly">Every month</option>
          </select>
        </label>
        <fieldset>
          <legend>What should we look at?</legend>
          <label><input type="checkbox" name="work" value="windows" /> Windows</label>
          <label><input type="checkbox" name="work" value="floors" /> Floors</label>
          <label><input type="checkbox" name="work" value="garden" /> Garden</label>
        </fieldset>
        <input type="hidden" name="campaign" value="autumn" />
      `,
    ),
};

/** A form that the page already has: it works without the script, and is taken over with it. */
export const TakenOver: ContactFormStory = {
  name: 'A form taken over',
  render: (args) =>
    contactForm(
      args,
      html`
        <form action="https://example.com/mail.php" method="post">
          <p>
            <label>Your name <input name="visitor" autocomplete="name" required /></label>
          </p>
          <p>
            <label>E-mail <input type="email" name="mail" autocomplete="email" required /></label>
          </p>
          <p>
            <label>Your idea <textarea name="idea" rows="4" maxlength="500" required></textarea></label>
          </p>
          <p><button>Send my idea</button></p>
        </form>
      `,
    ),
};

/** The owner's own words, by the keys of the catalogue. */
export const OwnWords: ContactFormStory = {
  args: {
    topic: 'question',
    messages: {
      heading: 'Ask Maialen',
      messageQuestion: 'What would you like to know?',
      sendQuestion: 'Ask',
      sentQuestion: 'Maialen has your question',
    },
  },
};

/** Ready-made slots: the owner's heading, a text above the fields, and a consent in the owner's words. */
export const Slots: ContactFormStory = {
  args: { topic: 'question' },
  render: (args) =>
    contactForm(
      args,
      html`
        <h2 slot="heading">Ask us anything</h2>
        <p slot="intro">Maialen and Nino read every message. In August it takes them a day longer.</p>
        <span slot="consent">
          I have read <a href="https://example.com/privacy">how Txolarre uses my data</a> and agree.
        </span>
      `,
    ),
};
