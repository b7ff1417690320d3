import { HarremanContactForm } from '../elements/contact-form/contact-form.js';
import { afterXmlParsing } from './after-xml-parsing.js';

afterXmlParsing(() => {
  // Another copy of the kit may be on the page: the first definition stays.
  if (!customElements.get('harreman-contact-form')) {
    customElements.define('harreman-contact-form', HarremanContactForm);
  }
});
