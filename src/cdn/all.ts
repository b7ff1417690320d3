/** Every widget and every language in one file, for those who pin a hash or bundle by hand. */
import './all-global.js'; // first: a widget reads the page's settings as soon as it is defined
import '../define/appointment-request.js';
import '../define/callback-button.js';
import '../define/contact-form.js';
import '../define/faq-chat.js';
import '../define/satisfaction-survey.js';
