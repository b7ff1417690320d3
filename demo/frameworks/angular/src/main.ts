import '@angular/compiler'; // templates are compiled in the browser here; the Angular CLI compiles them before
import 'harreman/contact-form';
import 'harreman/faq-chat';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { configure } from 'harreman/configure';
import { ContactPage } from './contact-page';

// Where messages go. Any widget of the page may say otherwise by its `endpoint`.
configure({ endpoint: '/submissions', profile: 'harreman' });

await bootstrapApplication(ContactPage, { providers: [provideZonelessChangeDetection()] });
