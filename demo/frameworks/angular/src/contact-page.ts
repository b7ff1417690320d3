import { Component, signal } from '@angular/core';
import type { FaqEntry, HarremanSentEvent } from 'harreman';
import { HARREMAN_TAGS } from 'harreman/angular'; // the tags, with the types of their attributes

const opening: FaqEntry[] = [{ question: 'When are you open?', answer: 'From nine to six.' }];
const withPrices: FaqEntry[] = [
  ...opening,
  { question: 'What does it cost?', answer: 'From **20 €** an hour.' },
];

@Component({
  selector: 'app-contact-page',
  imports: [HARREMAN_TAGS],
  template: `
    <main>
      <h1>Contact</h1>
      <button (click)="form.prefill({ topic: 'quote', message: 'Twelve windows, please.' })">
        Ask for a quote
      </button>
      <button (click)="showPrices()">Show the prices</button>
      <button (click)="isShown.set(!isShown())">{{ isShown() ? 'Hide the chat' : 'Show the chat' }}</button>

      <harreman-contact-form #form reply-by="either" [messages]="messages" (harreman-sent)="onSent($event)">
        <p slot="intro">{{ reference() ? 'Anything else?' : 'We answer within two days.' }}</p>
        <label>How did you find us? <input name="found_by" /></label>
        <p>Call <a href="tel:+34943000000">943 00 00 00</a>.</p>
      </harreman-contact-form>
      <output>{{ reference() && 'Your reference: ' + reference() }}</output>

      @if (isShown()) {
        <harreman-faq-chat [entries]="entries()" heading-level="2" />
      }
    </main>
  `,
})
export class ContactPage {
  readonly messages = { heading: 'Ask Maialen' };
  readonly reference = signal('');
  readonly entries = signal(opening);
  readonly isShown = signal(true);

  showPrices(): void {
    this.entries.set(withPrices);
  }

  onSent(event: HarremanSentEvent): void {
    this.reference.set(event.detail.reference);
  }
}
