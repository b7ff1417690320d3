import type { InboxMessages } from '../catalogue.js';

export const mail = {
  fact: '{label}: {value}',
  message: 'შეტყობინება',
  answer: 'გამოკითხვის პასუხი',
  anAnswer: 'პასუხი',
  noScore: 'არ არის',
  appointment: 'ვიზიტის მოთხოვნა',
  appointmentAt: 'ვიზიტი, {when}',
  callWanted: 'ითხოვს გადარეკვას',
  callWantedAt: 'ითხოვს გადარეკვას, {when}',
  noCallWanted: 'გადარეკვა აღარ სურს',
  takesBack: 'აუქმებს შეტყობინებას',
  promised: 'დაპირებული დრო',
  soon: 'რაც შეიძლება მალე',
  timeAsked: 'მოთხოვნილი დრო',
  or: 'ან',
  file: 'ფაილი: {name} ({size})',
  noText: 'ამ შეტყობინებაში ტექსტი არ არის.',
  duplicate: 'გამომგზავნმა ვერ გაიგო, მოვიდა თუ არა პირველი მცდელობა.',
  readAndAnswer: 'წაკითხვა და პასუხი: {url}',
  inInbox: 'ფაილები და ყველაფერი დანარჩენი შემოსულებშია.',
} satisfies InboxMessages['mail'];
