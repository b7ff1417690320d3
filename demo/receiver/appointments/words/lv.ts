import type { AppointmentWords } from './words.js';

export const lv: AppointmentWords = {
  summary: 'Vizīte',
  greeting: 'Labdien!',
  decisions: {
    confirmed: {
      subject: 'Jūsu vizīte ir apstiprināta',
      text: 'Jūsu vizīte ir apstiprināta.',
      file: 'Pievienotais fails ieraksta vizīti Jūsu kalendārā.',
      answer: 'Ja vēlaties vizīti mainīt vai atcelt, atbildiet uz šo ziņojumu.',
    },
    proposed: {
      subject: 'Piedāvājums Jūsu vizītei',
      text: 'Šis ir mūsu piedāvājums Jūsu vizītei. Kamēr neesat atbildējuši, tā nav apstiprināta.',
      file: 'Pievienotais fails ieraksta piedāvāto laiku (ja to ir vairāki, pirmo) Jūsu kalendārā kā provizorisku.',
      answer: 'Lūdzu, atbildiet uz šo ziņojumu un norādiet, kurš laiks Jums der.',
    },
    declined: {
      subject: 'Mēs nevaram pieņemt Jūsu vizītes pieteikumu',
      text: 'Diemžēl mēs nevaram pieņemt Jūsu vizītes pieteikumu.',
      file: 'Pievienotais fails izdzēš vizīti no Jūsu kalendāra.',
      answer: 'Ja vēlaties citu laiku, atbildiet uz šo ziņojumu.',
    },
    cancelled: {
      subject: 'Jūsu vizīte ir atcelta',
      text: 'Diemžēl Jūsu vizīte ir atcelta.',
      file: 'Pievienotais fails izdzēš vizīti no Jūsu kalendāra.',
      answer: 'Ja vēlaties citu laiku, atbildiet uz šo ziņojumu.',
    },
  },
  time: 'Datums un laiks',
  proposedTimes: 'Piedāvātie laiki',
  yourTimeZone: 'Jūsu laika joslā',
  service: 'Pakalpojums',
  staff: 'Darbinieks',
  mode: 'Veids',
  modes: {
    visit: 'Pie Jums',
    office: 'Pie mums',
    phone: 'Pa tālruni',
    video: 'Videozvans',
  },
  place: 'Vieta',
  people: 'Cilvēku skaits',
  reference: 'Atsauces numurs',
  sentTitle: 'Jūsu vizītes pieteikums ir nosūtīts',
  nextStep: 'Vizīte vēl nav apstiprināta: Jums atbildēs cilvēks no mūsu komandas.',
  slotTaken: 'Šis laiks jau ir aizņemts.',
  slotUnavailable: 'Šo laiku nevar pieteikt.',
  nearby: 'Tuvākie brīvie laiki',
};
