import type { InboxMessages } from '../catalogue.js';

export const appointments = {
  errors: {
    quarantined: { heading: 'ჯერ არა', text: 'ეს კარანტინშია. პასუხამდე გადაიტანეთ შეტყობინებებში.' },
    stale: {
      heading: 'ამასობაში უპასუხეს',
      text: 'ამ გვერდის გახსნის შემდეგ სხვა პასუხი გაიცა. არაფერი შეცვლილა: გახსენით მოთხოვნა თავიდან.',
    },
  },
} satisfies InboxMessages['appointments'];
