import 'harreman/contact-form';
import 'harreman/faq-chat';
import { configure } from 'harreman/configure';
import { mount } from 'svelte';
import ContactPage from './ContactPage.svelte';

// Where messages go. Any widget of the page may say otherwise by its `endpoint`.
configure({ endpoint: '/submissions', profile: 'harreman' });

mount(ContactPage, { target: document.getElementById('app')! });
