import { HarremanAppointmentRequest } from '../elements/appointment-request/appointment-request.js';
import { afterXmlParsing } from './after-xml-parsing.js';

afterXmlParsing(() => {
  // Another copy of the kit may be on the page: the first definition stays.
  if (!customElements.get('harreman-appointment-request')) {
    customElements.define('harreman-appointment-request', HarremanAppointmentRequest);
  }
});
