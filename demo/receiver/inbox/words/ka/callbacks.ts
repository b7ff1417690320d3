import type { InboxMessages } from '../catalogue.js';

export const callbacks = {
  errors: {
    doubled: {
      heading: 'ხელახლა მოითხოვეს',
      text: 'ამ ნომერს სხვა ღია ზარი აქვს. არაფერი შეცვლილა: ნახეთ სია.',
    },
    noName: {
      heading: 'თქვენი სახელი აკლია',
      text: 'დაბრუნდით და ჩაწერეთ, რომ სხვებმა ნახონ, ვის აქვს აღებული ზარი.',
    },
  },
} satisfies InboxMessages['callbacks'];
