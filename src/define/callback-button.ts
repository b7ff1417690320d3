import { HarremanCallbackButton } from '../elements/callback-button/callback-button.js';
import { afterXmlParsing } from './after-xml-parsing.js';

afterXmlParsing(() => {
  // Another copy of the kit may be on the page: the first definition stays.
  if (!customElements.get('harreman-callback-button')) {
    customElements.define('harreman-callback-button', HarremanCallbackButton);
  }
});
