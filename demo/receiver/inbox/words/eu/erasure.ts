import type { InboxMessages } from '../catalogue.js';

export const erasure = {
  title: 'Ezabatu mezua: {reference}',
  back: 'Atzera, ezer ezabatu gabe',
  gone: 'Bertan idatzitakoa, nork bidalia den eta hemen erantzun duzuna betiko galduko dira. Mezu elektronikoz edo webhook bidez bidaltzeke dagoena ez da aterako.',
  files: { one: 'Haren fitxategia ere galduko da.', other: 'Haren {count} fitxategiak ere galduko dira.' },
  copies:
    'Lehenago atera ziren kopietara ez da iristen: mezu elektronikoak, webhook-ak, esportazioak, babeskopiak.',
  survey: 'Puntuazioa gelditzen da, eta kontuan hartzen da. Iruzkina galduko da.',
  callback: 'Zenbakia deien zerrendatik kenduko da, beste mezu batek eskatzen ez badu.',
  toCome: 'Hitzordua oraindik iristeke dago.',
  toComeText: 'Ordua hartuta geldituko da; ez da gehiago jakingo nor datorren.',
  stays:
    'Erreferentzia, iritsi zen unea eta emandako adostasunaren erregistroa gelditzen dira. Gauza bera berriro bidaltzen duenari lehengoa erantzungo zaio; mezua ez da itzuliko.',
  eraseForGood: 'Ezabatu betiko',
  erased: 'Noiz ezabatua: {erased}. Noiz iritsia: {received}.',
  scoreStays: 'Puntuazioa gelditzen da, eta kontuan hartzen da.',
  suppressions: {
    title: 'Gonbidapenik ez',
    heading: 'Gonbidapenik jasotzen ez duten helbideak',
    allSurveys: 'Inkesta guztiak',
    text: 'Jabeek ez zuten gehiago nahi izan, edo haien posta-zerbitzariek ez zituzten onartu.',
    none: 'Bat ere ez.',
    reasons: {
      unsubscribed: 'Ez du nahi',
      bounced: 'Mezua atzera etorri da',
      erased: 'Ezabatuta',
    },
    erasedAddress: 'Ezabatutako helbide bat',
    erasedAddressEnd: 'ezabatutako helbide bat, {end}',
    allow: 'Onartu berriro gonbidapenak',
    allowFor: 'Onartu berriro gonbidapenak: {address}',
    allowHint: 'Eskatu badute bakarrik.',
    erasePerson: 'Ezabatu pertsona bat',
    address: 'Helbide elektronikoa',
    erase: 'Ezabatu…',
    eraseFor: 'Ezabatu: {address}',
    addressWanted: 'Idatzi helbide elektroniko bat; adibidez, izena@example.com.',
    erasedInvitations: {
      one: 'Ezabatuta: gonbidapen batek ez du inor izendatzen jada.',
      other: 'Ezabatuta: {count} gonbidapenek ez dute inor izendatzen jada.',
    },
    erasedMessages: { one: 'Mezu bat galdu da.', other: '{count} mezu galdu dira.' },
    invitations: {
      one: 'Helbide honetara bidalitako edo bidaltzeko dauden gonbidapenak: {count}. Helbidea, izena, hizkuntza eta erreferentzia ezabatuko dira, eta zain dagoena ez da bidaliko.',
      other:
        'Helbide honetara bidalitako edo bidaltzeko dauden gonbidapenak: {count}. Helbidea, izena, hizkuntza eta erreferentzia ezabatuko dira, eta zain dagoena ez da bidaliko.',
    },
    answersStay:
      'Haien erantzunak gelditzen dira, eta kontuan hartzen dira. Ezerk ez du gehiago esaten norenak diren, eta mezuetako estekek ez dute balio.',
    hash: 'Helbideak ez du gonbidapen gehiagorik jasoko. Ezagutzeko gordetzen den bakarra laburpen gakodun bat da.',
    elsewhere: 'Ez da bilatzen helbidea beste non dagoen testuetan: {link}.',
    elsewhereLink: 'helbide hau duten mezuak',
    eraseMessages: {
      one: 'Ezabatu helbide honekin idatzitako mezua ere: testuak, fitxategiak eta emandako guztia. Inkestako erantzunetan, puntuazioa gelditzen da.',
      other:
        'Ezabatu helbide honekin idatzitako {count} mezuak ere: testuak, fitxategiak eta emandako guztia. Inkestako erantzunetan, puntuazioa gelditzen da.',
    },
  },
} satisfies InboxMessages['erasure'];
