import { HarremanFaqChat } from '../elements/faq-chat/faq-chat.js';
import { afterXmlParsing } from './after-xml-parsing.js';

afterXmlParsing(() => {
  // Another copy of the kit may be on the page: the first definition stays.
  if (!customElements.get('harreman-faq-chat')) {
    customElements.define('harreman-faq-chat', HarremanFaqChat);
  }
});
