import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
  country: 'Herrialdea',
  otherCountry: 'Beste herrialde bat',
  phoneExample: 'Adibidez: {example}',
  phoneTaken: 'Zenbaki honetara deituko dizugu',
  phoneUnsure: 'Ez dugu zenbaki hau ezagutzen. Egiaztatu; zuzena bada, bidali dagoen bezala.',
  phoneCountryRequired: 'Hautatu zenbakiaren herrialdea',
  numberInvalid: 'Idatzi telefono-zenbaki bat; adibidez, {example}',
  windowGone: 'Ordu hori igaro da. Aukeratu beste bat.',
  promisedNumber: 'Zenbakia',
  promisedWindow: 'Noiz',
  nextCall: 'Pertsona batek deituko dizu.',
  cancelRequest: 'Utzi bertan behera eskaera',
  cancelSent: 'Eskaera bertan behera uzteko mezua bidali da.',
  cancelSaved:
    'Bertan behera uzteko mezua gailu honetan gorde da. Webgune hau berriro irekitzen duzunean bidaliko da.',
  cancelFailed: 'Ezin izan da bertan behera uzteko mezua bidali. Esan iezaguzu telefonoz edo e-postaz.',
  repeated: 'Dei bat eskatu duzu lehendik ere ({time}). Erreferentzia-zenbakia: {reference}',
};
