import { HarremanSatisfactionSurvey } from '../elements/satisfaction-survey/satisfaction-survey.js';
import { afterXmlParsing } from './after-xml-parsing.js';

afterXmlParsing(() => {
  // Another copy of the kit may be on the page: the first definition stays.
  if (!customElements.get('harreman-satisfaction-survey')) {
    customElements.define('harreman-satisfaction-survey', HarremanSatisfactionSurvey);
  }
});
