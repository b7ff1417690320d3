import 'harreman/contact-form';
import 'harreman/faq-chat';
import { configure } from 'harreman/configure';
import { createApp } from 'vue';
import ContactPage from './ContactPage.vue';

// Where messages go. Any widget of the page may say otherwise by its `endpoint`.
configure({ endpoint: '/submissions', profile: 'harreman' });

createApp(ContactPage).mount('#app');
