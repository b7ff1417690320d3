import type { ContactFormMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const contactForm: ContactFormMessages = {
  heading: 'Jarri gurekin harremanetan',
  topic: 'Zeri buruz idatzi nahi diguzu?',
  topicRequired: 'Hautatu zeri buruz idatzi nahi diguzun',
  topicQuestion: 'Galdera',
  topicSuggestion: 'Iradokizuna',
  topicImprovement: 'Hobekuntza-proposamena',
  topicComplaint: 'Kexa',
  topicQuote: 'Aurrekontu-eskaera',
  subject: 'Gaia',
  message: 'Mezua',
  messageQuestion: 'Zure galdera',
  messageSuggestion: 'Zure iradokizuna',
  messageImprovement: 'Zer hobetuko zenuke?',
  messageComplaint: 'Zer gertatu da?',
  messageQuote: 'Zer behar duzu?',
  messageRequired: 'Idatzi zure mezua',
  hintSuggestion: 'Ideia guztiak dira ongi etorriak, handiak zein txikiak.',
  hintImprovement: 'Nolakoa da orain, eta nolakoa izan beharko luke?',
  hintQuote:
    'Zer, zenbat, non eta noiz: zenbat eta gehiago jakin, orduan eta aurrekontu hobea egingo dizugu.',
  complaintIntro:
    'Sentitzen dugu zerbait gaizki joan izana. Konta iezaguzu, eta pertsona batek aztertuko du.',
  purchase: 'Zure erosketari buruz',
  orderNumber: 'Zer erosi zenuen? Produktua edo eskaera-zenbakia',
  purchaseDate: 'Noiz erosi zenuen?',
  remedy: 'Zer konponbide nahi zenuke?',
  remedyRepair: 'Konpontzea',
  remedyReplacement: 'Produktua aldatzea',
  remedyPriceReduction: 'Prezioa jaistea',
  remedyRefund: 'Dirua itzultzea',
  remedyExplanation: 'Azalpen bat',
  sendQuestion: 'Bidali galdera',
  sendSuggestion: 'Bidali iradokizuna',
  sendImprovement: 'Bidali proposamena',
  sendComplaint: 'Bidali kexa',
  sendQuote: 'Eskatu aurrekontua',
  sentTitle: 'Zure mezua bidali da',
  sentQuestion: 'Zure galdera bidali da',
  sentSuggestion: 'Eskerrik asko zure iradokizunagatik',
  sentImprovement: 'Eskerrik asko zure proposamenagatik',
  sentComplaint: 'Zure kexa bidali da',
  sentQuote: 'Zure aurrekontu-eskaera bidali da',
  nextStep: 'Pertsona batek irakurriko du zure mezua, eta erantzun egingo dizu.',
  nextComplaint:
    'Gorde erreferentzia-zenbakia. Pertsona batek aztertuko du zure kexa, eta zer egingo dugun esango dizu.',
  nextSuggestion: 'Pertsona batek irakurriko du zure mezua, eta zertan geratu den jakinaraziko dizu.',
  sendAnother: 'Bidali beste mezu bat',
};
