import type { AppointmentWords } from './words.js';

export const de: AppointmentWords = {
  summary: 'Termin',
  greeting: 'Guten Tag,',
  decisions: {
    confirmed: {
      subject: 'Ihr Termin ist bestätigt',
      text: 'Ihr Termin ist bestätigt.',
      file: 'Die angehängte Datei trägt den Termin in Ihren Kalender ein.',
      answer: 'Wenn Sie ihn ändern oder absagen möchten, antworten Sie auf diese Nachricht.',
    },
    proposed: {
      subject: 'Vorschlag für Ihren Termin',
      text: 'Dies ist unser Vorschlag für Ihren Termin. Er gilt erst, wenn Sie geantwortet haben.',
      file: 'Die angehängte Datei merkt die vorgeschlagene Zeit, bei mehreren die erste, in Ihrem Kalender vor.',
      answer: 'Antworten Sie bitte auf diese Nachricht und sagen Sie uns, welche Zeit Ihnen passt.',
    },
    declined: {
      subject: 'Wir können Ihnen diesen Termin nicht geben',
      text: 'Es tut uns leid: Den gewünschten Termin können wir Ihnen nicht geben.',
      file: 'Die angehängte Datei entfernt den Termin aus Ihrem Kalender.',
      answer: 'Wenn Sie eine andere Zeit möchten, antworten Sie auf diese Nachricht.',
    },
    cancelled: {
      subject: 'Ihr Termin ist abgesagt',
      text: 'Es tut uns leid: Ihr Termin ist abgesagt.',
      file: 'Die angehängte Datei entfernt den Termin aus Ihrem Kalender.',
      answer: 'Wenn Sie eine andere Zeit möchten, antworten Sie auf diese Nachricht.',
    },
  },
  time: 'Datum und Uhrzeit',
  proposedTimes: 'Vorgeschlagene Zeiten',
  yourTimeZone: 'In Ihrer Zeitzone',
  service: 'Leistung',
  staff: 'Mit',
  mode: 'Art',
  modes: {
    visit: 'Bei Ihnen',
    office: 'Bei uns',
    phone: 'Am Telefon',
    video: 'Per Video',
  },
  place: 'Ort',
  people: 'Anzahl der Personen',
  reference: 'Vorgangsnummer',
  sentTitle: 'Ihre Terminanfrage wurde gesendet',
  nextStep: 'Der Termin ist noch nicht bestätigt: Ein Mensch antwortet Ihnen.',
  slotTaken: 'Diese Zeit ist bereits vergeben.',
  slotUnavailable: 'Diese Zeit kann nicht angefragt werden.',
  nearby: 'Nächste freie Zeiten',
};
