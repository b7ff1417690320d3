import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(aukerakoa)',
  eitherContact: 'Nola jar gaitezke zurekin harremanetan?',
  eitherContactHint: 'Nahikoa da helbide elektronikoa edo telefono-zenbakia ematea.',
  name: 'Zure izena',
  email: 'Helbide elektronikoa',
  phone: 'Telefonoa',
  choose: 'Hautatu…',
  consent: '[Pribatutasun-politika] onartzen dut.',
  newTab: '(fitxa berri batean irekitzen da)',
  attachment: 'Fitxategiak',
  send: 'Bidali',
  replyWithin: {
    one: 'Lanegun bateko epean erantzungo dizugu.',
    other: '{count} laneguneko epean erantzungo dizugu.',
  },
  stranded:
    'Zure mezua ez da bidali. Konexioak huts egin du. Egiaztatu konexioa, eta saiatu berriro. Idatzi duzuna hemen dago oraindik.',
  honeypot: 'Utzi eremu hau hutsik',
};
