/** What is measured: each widget as an owner pastes it, and a hand-written static form for the same purpose. */

export type Kind = 'form' | 'survey' | 'chat' | 'appointment' | 'callback';

export interface Contestants {
  /** The widget's tag. */
  readonly tag: string;
  /** What an owner writes. */
  readonly widget: string;
  /** Room that is kept for it, as the snippet builder tells owners to: its height in a window of 1000 by 900 pixels. */
  readonly room: string;
  /** Without scripts, styles of the site's own, or checks: the bound, not a peer. */
  readonly hand: string;
}

const FIELDS = `<label>Name <input name="name" autocomplete="name" required></label>
  <label>E-mail <input name="email" type="email" autocomplete="email" required></label>`;

const form = (inside: string): string =>
  `<form action="/in" method="post">${inside}<button>Send</button></form>`;

const CONTACT = '<a href="tel:+34943000000">943 00 00 00</a>';

const scores = Array.from(
  { length: 11 },
  (_, score) => `<label><input type="radio" name="score" value="${score}"> ${score}</label>`,
).join('');

export const pages: Readonly<Record<Kind, Contestants>> = {
  form: {
    tag: 'harreman-contact-form',
    widget: `<harreman-contact-form>${CONTACT}</harreman-contact-form>`,
    room: '580px',
    hand: form(`<label>Topic <select name="topic"><option>Question<option>Suggestion<option>Complaint</select></label>
      ${FIELDS}<label>Subject <input name="subject"></label>
      <label>Message <textarea name="message" rows="5" required></textarea></label>`),
  },
  survey: {
    tag: 'harreman-satisfaction-survey',
    widget: `<harreman-satisfaction-survey ask="nps">${CONTACT}</harreman-satisfaction-survey>`,
    room: '424px',
    hand: form(`<fieldset><legend>How likely are you to recommend us?</legend>${scores}</fieldset>
      <label>Why? <textarea name="comment" rows="3"></textarea></label>`),
  },
  chat: {
    tag: 'harreman-faq-chat',
    widget: `<harreman-faq-chat>
      <details><summary>When are you open?</summary><p>From nine to six.</p></details>
      <details><summary>What does it cost?</summary><p>It depends.</p></details>
      <details><summary>Where are you?</summary><p>In Hernani.</p></details></harreman-faq-chat>`,
    room: '476px',
    hand: `<ul><li>Ask us about opening hours, prices or appointments.</ul>
      ${form('<label>Your question <textarea name="question" rows="2" required></textarea></label>')}`,
  },
  appointment: {
    tag: 'harreman-appointment-request',
    widget: `<harreman-appointment-request>${CONTACT}</harreman-appointment-request>`,
    room: '334px',
    hand: form(`${FIELDS}<label>Day <input name="day" type="date" required></label>
      <label>Time <select name="time"><option>09:00<option>10:00<option>11:00<option>12:00</select></label>`),
  },
  callback: {
    tag: 'harreman-callback-button',
    widget: `<harreman-callback-button country="ES">${CONTACT}</harreman-callback-button>`,
    room: '60px',
    hand: `<button popovertarget="call">Call me</button><div popover id="call">
      ${form('<label>Phone <input name="phone" type="tel" required></label>')}</div>`,
  },
};
