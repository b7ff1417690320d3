export { appointmentInUse } from './appointment-in-use.js';
export { appointmentRequest } from './appointment-request.js';
export { calendar } from './calendar.js';
export { common } from './common.js';
export { contactForm } from './contact-form.js';
export { faqChatInUse } from './faq-chat-in-use.js';
export { faqChat } from './faq-chat.js';
export { inUse } from './in-use.js';
