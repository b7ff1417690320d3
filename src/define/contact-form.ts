import { HarremanContactForm } from '../elements/contact-form/contact-form.js';

// Another copy of the kit may be on the page: the first definition stays.
if (!customElements.get('harreman-contact-form')) {
  customElements.define('harreman-contact-form', HarremanContactForm);
}
