export { common } from './common.js';
export { contactForm } from './contact-form.js';
