import '@angular/compiler';
import 'harreman/faq-chat';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { data, hear } from '../data';

@Component({
  selector: 'app-probe',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="count" (click)="count.set(count() + 1)"></button>
    <button id="on" (click)="isOn.set(!isOn())"></button>
    <button id="show" (click)="isShown.set(!isShown())"></button>
    @if (isShown()) {
      <harreman-faq-chat
        [heading]="'Words ' + count()"
        [attr.heading-level]="3"
        [floating]="isOn()"
        [entries]="data.entries"
        [messages]="data.messages"
        [transport]="data.transport"
        (lowercase)="hear($event)"
        (kebab-case)="hear($event)"
        (camelCase)="hear($event)"
        (CAPSevent)="hear($event)"
        (PascalCase)="hear($event)"
      >
        <p id="child">Child {{ count() }}</p>
        @if (count() > 0) {
          <p id="late">Late</p>
        }
      </harreman-faq-chat>
    }
  `,
})
class Probe {
  readonly data = data;
  readonly hear = hear;
  readonly count = signal(0);
  readonly isOn = signal(false);
  readonly isShown = signal(true);
}

document.getElementById('app')!.append(document.createElement('app-probe'));
void bootstrapApplication(Probe, { providers: [provideZonelessChangeDetection()] });
