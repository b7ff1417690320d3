export { appointmentInUse } from './appointment-in-use.js';
export { appointmentRequest } from './appointment-request.js';
export { calendar } from './calendar.js';
export { common } from './common.js';
export { contactForm } from './contact-form.js';
export { inUse } from './in-use.js';
