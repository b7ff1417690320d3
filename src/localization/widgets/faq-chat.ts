import type { CommonMessages, FaqChatInUseMessages, FaqChatMessages } from '../catalogue.js';
import { importInUse, type Importers, type WidgetWords } from '../importers.js';

const importFirst: Importers<{ common: CommonMessages; faqChat: FaqChatMessages }> = {
  eu: () => import('../locales/eu/faq-chat.js'),
  ka: () => import('../locales/ka/faq-chat.js'),
  lv: () => import('../locales/lv/faq-chat.js'),
  en: () => import('../locales/en/faq-chat.js'),
  es: () => import('../locales/es/faq-chat.js'),
  fr: () => import('../locales/fr/faq-chat.js'),
  de: () => import('../locales/de/faq-chat.js'),
};

const importLater: Importers<{ faqChatInUse: FaqChatInUseMessages }> = {
  eu: () => import('../locales/eu/faq-chat-in-use.js'),
  ka: () => import('../locales/ka/faq-chat-in-use.js'),
  lv: () => import('../locales/lv/faq-chat-in-use.js'),
  en: () => import('../locales/en/faq-chat-in-use.js'),
  es: () => import('../locales/es/faq-chat-in-use.js'),
  fr: () => import('../locales/fr/faq-chat-in-use.js'),
  de: () => import('../locales/de/faq-chat-in-use.js'),
};

export const faqChatWords: WidgetWords<'faq-chat'> = {
  widget: 'faq-chat',
  first: async (locale) => {
    const { common, faqChat } = await importFirst[locale]();
    return { ...common, ...faqChat };
  },
  later: async (locale) => {
    const [inUse, { faqChatInUse }] = await Promise.all([importInUse(locale), importLater[locale]()]);
    return { ...inUse, ...faqChatInUse };
  },
};
