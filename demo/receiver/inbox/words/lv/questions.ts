import type { InboxMessages } from '../catalogue.js';

export const questions = {
  back: 'Atpakaļ pie jautājumiem',
  text: 'Ko apmeklētāji jautāja tērzēšanas palīgam un uz ko tas nevarēja atbildēt vai neatbildēja labi. Līdzīgie ir kopā, vispirms visbiežāk uzdotie.',
  cut: 'To ir vairāk, nekā šeit redzams: pārējie parādīsies, kad šie būs izskatīti.',
  none: 'Atvērtu jautājumu nav.',
  aside: 'Atlikts malā. Ja to uzdos vēlreiz, tas atgriezīsies.',
  asked: {
    zero: 'Jautāts {count} reižu',
    one: 'Jautāts {count} reizi',
    other: 'Jautāts {count} reizes',
  },
  askedOn: '{time}',
  lastAskedOn: 'pēdējoreiz: {time}',
  also: 'Arī: {wordings}',
  alsoMore: 'vēl {count}',
  notHelpful: {
    zero: 'Nepalīdzēja {count} reižu:',
    one: 'Nepalīdzēja {count} reizi:',
    other: 'Nepalīdzēja {count} reizes:',
  },
  serverAnswer: 'servera atbilde',
  answering: {
    nothing: 'Tērzēšanas palīgam nav neviena līdzīga ieraksta.',
    sure: 'Tērzēšanas palīgs uz to tagad atbild ar ierakstu: {entry}',
    unsure: 'Tērzēšanas palīgs jautā, vai ir domāts: {entries}',
    unknown: 'Tērzēšanas palīgs nezina. Tuvākais ieraksts: {entry}',
  },
  group: {
    title: 'Jautājums',
    undone: 'Atsaukts. Jautājumi atkal ir atvērti.',
    wordings: 'Kā tas tika jautāts',
    wordingsHint:
      'Atzīmētais kļūs par formulējumu, ko var lasīt ikviens. Neiekļaujiet vārdus, adreses un numurus.',
    tickOne: 'Atzīmējiet vismaz vienu formulējumu.',
    more: 'Vēl {count}: parādīsies, kad šie būs izskatīti.',
    asked: {
      zero: '{count} reižu, {time}',
      one: '{count} reizi, {time}',
      other: '{count} reizes, {time}',
    },
    details: 'Sīkāk',
    detailsOfLast: 'Sīkāk par pēdējo',
    heading: 'Kas tērzēšanas palīgam būtu jāatbild',
    entry: 'Ieraksts',
    entryHint: 'Tuvākie ir pirmie.',
    nearest: 'Tuvākie',
    others: 'Visi pārējie',
    entryNotHelpful: '{entry} (nepalīdzēja)',
    attach: 'Pievienot formulējumu šim ierakstam',
    preview: 'Skatīt, kas mainītos',
    edit: 'Pievienot un mainīt ierakstu',
    new: 'Rakstīt jaunu ierakstu',
    aside: 'Atlikt malā',
  },
  settled: {
    title: 'Jautājums izskatīts',
    heading: 'Izskatīts',
    undoDeletes: 'Atsaucot ieraksts tiks dzēsts, un jautājumi atkal būs atvērti.',
    undoRestores: 'Atsaucot ierakstā atkal būs iepriekšējais teksts, un jautājumi atkal būs atvērti.',
    left: 'Citi grupas jautājumi vēl ir atvērti: pēc tiem tērzēšanas palīgs šo ierakstu neatrod.',
    lookAtThem: 'Apskatīt tos',
  },
  errors: {
    stale: {
      heading: 'Pa šo laiku mainīts',
      text: 'Kāds tikko ir mainījis šo ierakstu. Nekas netika pievienots: ejiet atpakaļ un mēģiniet vēlreiz.',
    },
    dealtWith: {
      heading: 'Pa šo laiku izskatīts',
      text: 'Šie jautājumi vairs nav atvērti. Nekas netika mainīts.',
    },
    entryGone: {
      heading: 'Šī ieraksta vairs nav',
      text: 'Pa šo laiku tas ir dzēsts. Nekas netika mainīts: izvēlieties citu.',
    },
  },
} satisfies InboxMessages['questions'];
