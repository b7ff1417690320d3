import type { Messages } from '../../../src/localization/catalogue.js';
import { matchLocale, type Locale } from '../../../src/localization/locale.js';
import { Localization } from '../../../src/localization/localization.js';
import { contactFormWords } from '../../../src/localization/widgets/contact-form.js';

/** What the contact form says in its script, in the first of these languages that the kit has, else in English. */
export const wordsFor = async (languages: readonly string[]): Promise<Localization<'contact-form'>> => {
  const locale = matchLocale(languages) ?? 'en';
  const [first, later] = await Promise.all([contactFormWords.first(locale), contactFormWords.later(locale)]);
  const messages: Messages<'contact-form'> = { ...first, ...later };
  return new Localization(locale, messages);
};

/**
 * The one thing that the script never says. No link leads back to the filled form: it would be loaded afresh, and
 * only going back in the history brings the text with it.
 */
export const GO_BACK: Readonly<Record<Locale, string>> = {
  eu: 'Itzuli nabigatzailearen Atzera botoiarekin: idatzi duzunak inprimakian egon beharko luke oraindik.',
  ka: 'დაბრუნდით ბრაუზერის ღილაკით „უკან“: რაც დაწერეთ, ფორმაში უნდა იყოს შენარჩუნებული.',
  lv: 'Atgriezieties ar pārlūkprogrammas pogu „Atpakaļ”: Jūsu uzrakstītajam joprojām jābūt veidlapā.',
  en: 'Go back with your browser’s Back button: what you wrote should still be in the form.',
  es: 'Vuelva con el botón Atrás del navegador: lo que ha escrito debería seguir en el formulario.',
  fr: 'Revenez avec le bouton Retour du navigateur\u00a0: ce que vous avez écrit devrait toujours être dans le formulaire.',
  de: 'Gehen Sie mit der Zurück-Taste des Browsers zurück: Was Sie geschrieben haben, sollte noch im Formular stehen.',
};
