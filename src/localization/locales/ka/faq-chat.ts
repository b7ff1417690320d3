import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'დასვით შეკითხვა',
  greeting: 'მე ავტომატური დამხმარე ვარ. ვპასუხობ ხშირად დასმულ კითხვებს.',
  otherwise: 'სხვა შემთხვევაში ადამიანთან დაგაკავშირებთ.',
  passedOn: 'შეკითხვები, რომლებზეც პასუხი არ ვიცი, კომპანიას გადაეცემა, რათა პასუხები გაუმჯობესდეს.',
  suggestions: 'ხშირად დასმული კითხვები',
  allQuestions: 'ყველა კითხვა',
  question: 'თქვენი შეკითხვა',
  questionHint: 'გაგზავნა: {enter}. ახალი სტრიქონი: {shiftEnter}.',
  toPerson: 'ადამიანთან დაკავშირება',
  conversation: 'საუბარი',
  launcher: 'მოგვწერეთ ჩატში',
  closeChat: 'ჩატის დახურვა',
};
