import type { InboxMessages } from '../catalogue.js';

export const erasure = {
  title: 'Dzēst ziņojumu {reference}',
  back: 'Atpakaļ, neko nedzēšot',
  gone: 'Tajā rakstītais, sūtītāja dati un Jūsu atbilde šeit tiks dzēsti uz visiem laikiem. Tas, kas vēl jānosūta pa e-pastu un tīmekļa aizķeri, netiks nosūtīts.',
  files: {
    zero: 'Tiks dzēsti arī tā {count} faili.',
    one: 'Tiks dzēsts arī tā {count} fails.',
    other: 'Tiks dzēsti arī tā {count} faili.',
  },
  copies: 'Agrāk izsūtītās kopijas tas neskar: e-pastus, tīmekļa aizķeres, eksportus, rezerves kopijas.',
  survey: 'Tā vērtējums paliek un tiek skaitīts. Komentārs tiks dzēsts.',
  callback: 'Numurs tiks izņemts no zvanu saraksta, ja vien to neprasa cits ziņojums.',
  toCome: 'Tā vizīte vēl ir priekšā.',
  toComeText: 'Laiks paliek aizņemts; kas nāks, vairs nebūs zināms.',
  stays:
    'Paliek tā atsauces numurs, saņemšanas laiks un piekrišanas ieraksts. Kas sūtīs to pašu vēlreiz, saņems to pašu atbildi; ziņojums neatgriezīsies.',
  eraseForGood: 'Dzēst neatgriezeniski',
  erased: 'Dzēsts: {erased}. Saņemts: {received}.',
  scoreStays: 'Vērtējums paliek un tiek skaitīts.',
  suppressions: {
    title: 'Bez uzaicinājumiem',
    heading: 'Adreses, kuras nesaņem uzaicinājumus',
    allSurveys: 'Visas aptaujas',
    text: 'To īpašnieki vairs nevēlējās tos saņemt, vai arī viņu pasta serveri tos noraidīja.',
    none: 'Nav nevienas.',
    reasons: {
      unsubscribed: 'Nevēlas',
      bounced: 'E-pasts atgriezās',
      erased: 'Dzēsts',
    },
    erasedAddress: 'Dzēsta adrese',
    erasedAddressEnd: 'dzēsta adrese, {end}',
    allow: 'Atkal atļaut uzaicinājumus',
    allowFor: 'Atkal atļaut uzaicinājumus: {address}',
    allowHint: 'Tikai tad, ja viņi to ir lūguši.',
    erasePerson: 'Dzēst personu',
    address: 'E-pasta adrese',
    erase: 'Dzēst…',
    eraseFor: 'Dzēst: {address}',
    addressWanted: 'Ierakstiet vienu e-pasta adresi, piemēram, vards@example.com.',
    erasedInvitations: {
      zero: 'Dzēsts: {count} uzaicinājumos vairs nav neviena vārda.',
      one: 'Dzēsts: {count} uzaicinājumā vairs nav neviena vārda.',
      other: 'Dzēsts: {count} uzaicinājumos vairs nav neviena vārda.',
    },
    erasedMessages: {
      zero: 'Dzēsti {count} ziņojumi.',
      one: 'Dzēsts {count} ziņojums.',
      other: 'Dzēsti {count} ziņojumi.',
    },
    invitations: {
      zero: 'Uz šo adresi nosūtītie vai sūtāmie uzaicinājumi: {count}. Adrese, vārds, valoda un atsauces numurs tiks dzēsti, un tas, kas gaida, netiks nosūtīts.',
      one: 'Uz šo adresi nosūtītie vai sūtāmie uzaicinājumi: {count}. Adrese, vārds, valoda un atsauces numurs tiks dzēsti, un tas, kas gaida, netiks nosūtīts.',
      other:
        'Uz šo adresi nosūtītie vai sūtāmie uzaicinājumi: {count}. Adrese, vārds, valoda un atsauces numurs tiks dzēsti, un tas, kas gaida, netiks nosūtīts.',
    },
    answersStay:
      'Atbildes uz tiem paliek un tiek skaitītas. Vairs nekas nenorāda, kam tās pieder, un saites e-pastos vairs neder.',
    hash: 'Uz šo adresi uzaicinājumi vairs netiks sūtīti. Lai to atpazītu, tiek glabāts tikai ar atslēgu veidots jaucējkods.',
    elsewhere: 'Citos tekstos adrese netiek meklēta. Skatiet: {link}.',
    elsewhereLink: 'ziņojumi ar šo adresi',
    eraseMessages: {
      zero: 'Dzēst arī ar šo adresi rakstītos {count} ziņojumus: tekstus, failus un visu norādīto. No aptaujas atbildes paliek vērtējums.',
      one: 'Dzēst arī ar šo adresi rakstīto {count} ziņojumu: tekstus, failus un visu norādīto. No aptaujas atbildes paliek vērtējums.',
      other:
        'Dzēst arī ar šo adresi rakstītos {count} ziņojumus: tekstus, failus un visu norādīto. No aptaujas atbildes paliek vērtējums.',
    },
  },
} satisfies InboxMessages['erasure'];
