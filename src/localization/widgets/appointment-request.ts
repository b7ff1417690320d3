import type {
  AppointmentInUseMessages,
  AppointmentRequestMessages,
  CalendarMessages,
  CommonMessages,
} from '../catalogue.js';
import { importInUse, type Importers, type WidgetWords } from '../importers.js';

const importFirst: Importers<{ common: CommonMessages; appointmentRequest: AppointmentRequestMessages }> = {
  eu: () => import('../locales/eu/appointment-request.js'),
  ka: () => import('../locales/ka/appointment-request.js'),
  lv: () => import('../locales/lv/appointment-request.js'),
  en: () => import('../locales/en/appointment-request.js'),
  es: () => import('../locales/es/appointment-request.js'),
  fr: () => import('../locales/fr/appointment-request.js'),
  de: () => import('../locales/de/appointment-request.js'),
};

const importLater: Importers<{ calendar: CalendarMessages; appointmentInUse: AppointmentInUseMessages }> = {
  eu: () => import('../locales/eu/appointment-in-use.js'),
  ka: () => import('../locales/ka/appointment-in-use.js'),
  lv: () => import('../locales/lv/appointment-in-use.js'),
  en: () => import('../locales/en/appointment-in-use.js'),
  es: () => import('../locales/es/appointment-in-use.js'),
  fr: () => import('../locales/fr/appointment-in-use.js'),
  de: () => import('../locales/de/appointment-in-use.js'),
};

export const appointmentRequestWords: WidgetWords<'appointment-request'> = {
  widget: 'appointment-request',
  first: async (locale) => {
    const { common, appointmentRequest } = await importFirst[locale]();
    return { ...common, ...appointmentRequest };
  },
  later: async (locale) => {
    const [inUse, { calendar, appointmentInUse }] = await Promise.all([
      importInUse(locale),
      importLater[locale](),
    ]);
    return { ...inUse, ...calendar, ...appointmentInUse };
  },
};
