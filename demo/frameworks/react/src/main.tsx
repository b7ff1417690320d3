import 'harreman/contact-form';
import 'harreman/faq-chat';
import { configure } from 'harreman/configure';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ContactPage } from './ContactPage';

// Where messages go. Any widget of the page may say otherwise by its `endpoint`.
configure({ endpoint: '/submissions', profile: 'harreman' });

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <ContactPage />
  </StrictMode>,
);
