import type { InboxMessages } from '../catalogue.js';

export const outgoing = {
  text: 'წერილები და ვებჰუკები, რომლებმაც დანიშნულების ადგილამდე ვერ მიაღწია. თავად შეტყობინებები უსაფრთხოდაა.',
  none: 'ყველაფერი მიწოდებულია.',
  channels: {
    mail: 'წერილი',
    webhook: 'ვებჰუკი',
    visitor: 'წერილი ვიზიტორს',
    invitation: 'მოწვევა',
  },
  heading: '{channel}: {message}',
  retry: 'ხელახლა ცდა',
  retryAll: 'ყველას ხელახლა ცდა ახლავე',
  dismiss: 'სიიდან ამოღება',
  againNow: 'ახლა ხელახლა მოხდება ცდა.',
  givenUp: { one: 'შეწყდა ერთი მცდელობის შემდეგ.', other: 'შეწყდა {count} მცდელობის შემდეგ.' },
  failedSoFar: {
    one: 'ვერ მიეწოდა ერთი მცდელობის შემდეგ; შემდეგი: {time}.',
    other: 'ვერ მიეწოდა {count} მცდელობის შემდეგ; შემდეგი: {time}.',
  },
  sentOn: 'გადაგზავნა',
  delivered: 'მიწოდებულია',
  deliveredAtTry: 'მიწოდებულია; მცდელობა: {count}',
  dismissed: 'ვერ მიეწოდა და სიიდან ამოღებულია',
  onItsWay: 'გზაშია',
} satisfies InboxMessages['outgoing'];
