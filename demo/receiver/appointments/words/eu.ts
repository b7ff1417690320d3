import type { AppointmentWords } from './words.js';

export const eu: AppointmentWords = {
  summary: 'Hitzordua',
  greeting: 'Egun on,',
  decisions: {
    confirmed: {
      subject: 'Zure hitzordua berretsi da',
      text: 'Zure hitzordua berretsita dago.',
      file: 'Erantsitako fitxategiak hitzordua zure egutegian jartzen du.',
      answer: 'Aldatu edo bertan behera utzi nahi baduzu, erantzun mezu honi.',
    },
    proposed: {
      subject: 'Zure hitzordurako proposamena',
      text: 'Hau da zure hitzordurako egiten dizugun proposamena. Zuk erantzun arte, ez dago berretsita.',
      file: 'Erantsitako fitxategiak proposatutako ordua (lehenengoa, bat baino gehiago badira) behin-behinekotzat jartzen du zure egutegian.',
      answer: 'Erantzun mezu honi eta esan zein ordu datorkizun ondo.',
    },
    declined: {
      subject: 'Ezin dizugu eskatutako hitzordua eman',
      text: 'Sentitzen dugu: ezin dizugu eskatu duzun hitzordua eman.',
      file: 'Erantsitako fitxategiak hitzordua zure egutegitik kentzen du.',
      answer: 'Beste ordu bat nahi baduzu, erantzun mezu honi.',
    },
    cancelled: {
      subject: 'Zure hitzordua bertan behera geratu da',
      text: 'Sentitzen dugu: zure hitzordua bertan behera geratu da.',
      file: 'Erantsitako fitxategiak hitzordua zure egutegitik kentzen du.',
      answer: 'Beste ordu bat nahi baduzu, erantzun mezu honi.',
    },
  },
  time: 'Data eta ordua',
  proposedTimes: 'Proposatutako datak eta orduak',
  yourTimeZone: 'Zure ordu-zonan',
  service: 'Zerbitzua',
  staff: 'Norekin',
  mode: 'Nola',
  modes: {
    visit: 'Zure etxean edo lantokian',
    office: 'Gure egoitzan',
    phone: 'Telefonoz',
    video: 'Bideo-deiz',
  },
  place: 'Lekua',
  people: 'Pertsona kopurua',
  reference: 'Erreferentzia-zenbakia',
  sentTitle: 'Zure hitzordu-eskaera bidali da',
  nextStep: 'Oraindik ez dago berretsita: pertsona batek erantzungo dizu.',
  slotTaken: 'Ordu hori beste norbaitek hartu du.',
  slotUnavailable: 'Ordu hori ezin da eskatu.',
  nearby: 'Inguruko ordu libreak',
};
