import { matchLocale, type Locale } from '../../../src/localization/locale.js';
import type { PhoneRefusal } from './phone.js';

type Words = Readonly<Record<PhoneRefusal, string>>;

/** What a visitor is told of a number that is not called. */
export const phoneRefusals: Readonly<Record<Locale, Words>> = {
  eu: {
    phone_unknown: 'Zenbaki hau ez da existitzen. Egiaztatu zifrak.',
    phone_country: 'Idatzi zenbakia herrialdearen kodearekin, adibidez +34 943 00 00 00.',
    phone_short: 'Zenbaki labur bat da, eta ezin dugu hara deitu. Idatzi telefono-zenbaki oso bat.',
    phone_emergency: 'Larrialdietako zenbaki bat da, eta ez dugu hara deitzen. Idatzi zure zenbakia.',
    phone_premium: 'Ez dugu tarifikazio gehigarriko zenbakietara deitzen. Idatzi beste zenbaki bat.',
    phone_shared_cost:
      'Ez dugu kostu partekatuko zenbakietara deitzen. Idatzi zenbaki finko edo mugikor bat.',
  },
  ka: {
    phone_unknown: 'ასეთი ნომერი არ არსებობს. გადაამოწმეთ ციფრები.',
    phone_country: 'დაწერეთ ნომერი ქვეყნის კოდით, მაგალითად: +34 943 00 00 00.',
    phone_short: 'ეს მოკლე ნომერია, რომელზეც ვერ დავრეკავთ. დაწერეთ ტელეფონის სრული ნომერი.',
    phone_emergency: 'ეს გადაუდებელი დახმარების ნომერია, რომელზეც არ ვრეკავთ. დაწერეთ თქვენი ნომერი.',
    phone_premium: 'გაზრდილი ტარიფის მქონე ნომრებზე არ ვრეკავთ. დაწერეთ სხვა ნომერი.',
    phone_shared_cost: 'გაზიარებული ღირებულების ნომრებზე არ ვრეკავთ. დაწერეთ ქალაქის ან მობილური ნომერი.',
  },
  lv: {
    phone_unknown: 'Šāda numura nav. Pārbaudiet ciparus.',
    phone_country: 'Ierakstiet numuru ar valsts kodu, piemēram, +34 943 00 00 00.',
    phone_short: 'Tas ir īsais numurs, uz kuru nevaram piezvanīt. Ierakstiet pilnu tālruņa numuru.',
    phone_emergency: 'Tas ir ārkārtas palīdzības numurs, uz to mēs nezvanām. Ierakstiet savu numuru.',
    phone_premium: 'Mēs nezvanām uz paaugstinātas maksas numuriem. Ierakstiet citu numuru.',
    phone_shared_cost:
      'Mēs nezvanām uz dalītas maksas numuriem. Ierakstiet fiksētā vai mobilā tālruņa numuru.',
  },
  en: {
    phone_unknown: 'This number does not exist. Check its digits.',
    phone_country: 'Write the number with its country code, for example +34 943 00 00 00.',
    phone_short: 'This is a short number, which we cannot call. Enter a full phone number.',
    phone_emergency: 'This is an emergency number, which we do not call. Enter your own number.',
    phone_premium: 'We do not call premium-rate numbers. Enter another number.',
    phone_shared_cost: 'We do not call shared-cost numbers. Enter a landline or mobile number.',
  },
  es: {
    phone_unknown: 'Este número no existe. Compruebe las cifras.',
    phone_country: 'Escriba el número con el prefijo del país, por ejemplo +34 943 00 00 00.',
    phone_short: 'Es un número corto, al que no podemos llamar. Escriba un número de teléfono completo.',
    phone_emergency: 'Es un número de emergencias y no llamamos a él. Escriba su propio número.',
    phone_premium: 'No llamamos a números de tarificación adicional. Escriba otro número.',
    phone_shared_cost: 'No llamamos a números de coste compartido. Escriba un número fijo o móvil.',
  },
  fr: {
    phone_unknown: 'Ce numéro n’existe pas. Vérifiez les chiffres.',
    phone_country: 'Indiquez le numéro avec l’indicatif du pays, par exemple +34 943 00 00 00.',
    phone_short:
      'C’est un numéro court, que nous ne pouvons pas appeler. Indiquez un numéro de téléphone complet.',
    phone_emergency: 'C’est un numéro d’urgence, que nous n’appelons pas. Indiquez votre propre numéro.',
    phone_premium: 'Nous n’appelons pas les numéros surtaxés. Indiquez un autre numéro.',
    phone_shared_cost: 'Nous n’appelons pas les numéros à coûts partagés. Indiquez un numéro fixe ou mobile.',
  },
  de: {
    phone_unknown: 'Diese Nummer gibt es nicht. Prüfen Sie die Ziffern.',
    phone_country: 'Schreiben Sie die Nummer mit der Ländervorwahl, zum Beispiel +34 943 00 00 00.',
    phone_short:
      'Das ist eine Kurzwahl, die wir nicht anrufen können. Geben Sie eine vollständige Telefonnummer ein.',
    phone_emergency: 'Das ist eine Notrufnummer, die wir nicht anrufen. Geben Sie Ihre eigene Nummer ein.',
    phone_premium: 'Wir rufen keine teuren Sondernummern an. Geben Sie eine andere Nummer ein.',
    phone_shared_cost:
      'Wir rufen keine Nummern mit geteilten Kosten an. Geben Sie eine Festnetz- oder Mobilnummer ein.',
  },
};

/** The words for a number that is not called, in the first of these languages that the kit has, else in English. */
export const phoneRefusalText = (refusal: PhoneRefusal, languages: readonly string[]): string =>
  phoneRefusals[matchLocale(languages) ?? 'en'][refusal];
