import type { Locale } from '../../../src/localization/locale.js';

export interface UnsubscribeWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly doneTitle: string;
  readonly doneText: string;
  /** Of a link that is not as it was sent. */
  readonly brokenTitle: string;
  readonly brokenText: string;
}

/** What the receiver says to who wants no more invitations to surveys. */
export const unsubscribeWords: Readonly<Record<Locale, UnsubscribeWords>> = {
  eu: {
    title: 'Inkesten mezurik gehiago ez jasotzea',
    text: 'Botoia sakatuz gero, ez dugu inkesten mezu gehiago bidaliko helbide honetara.',
    button: 'Ez bidali gehiago',
    doneTitle: 'Eginda',
    doneText: 'Ez dizugu inkesten mezu gehiago bidaliko.',
    brokenTitle: 'Esteka hau ez dago osorik',
    brokenText: 'Ireki berriro mezuko esteka, edo kopiatu osorik.',
  },
  ka: {
    title: 'გამოკითხვების წერილების შეწყვეტა',
    text: 'თუ ღილაკს დააჭერთ, ამ მისამართზე გამოკითხვების წერილებს აღარ გავგზავნით.',
    button: 'აღარ გამომიგზავნოთ',
    doneTitle: 'შესრულდა',
    doneText: 'გამოკითხვების წერილებს აღარ გამოგიგზავნით.',
    brokenTitle: 'ეს ბმული არასრულია',
    brokenText: 'გახსენით წერილის ბმული თავიდან ან დააკოპირეთ სრულად.',
  },
  lv: {
    title: 'Pārtraukt aptauju e-pastu saņemšanu',
    text: 'Ja nospiedīsiet pogu, uz šo adresi vairs nesūtīsim aptauju e-pastus.',
    button: 'Vairs nesūtīt',
    doneTitle: 'Izdarīts',
    doneText: 'Mēs Jums vairs nesūtīsim aptauju e-pastus.',
    brokenTitle: 'Šī saite nav pilnīga',
    brokenText: 'Atveriet e-pasta saiti vēlreiz vai nokopējiet to visu.',
  },
  en: {
    title: 'Stop survey e-mails',
    text: 'Press the button, and no more survey e-mails will be sent to this address.',
    button: 'Stop them',
    doneTitle: 'Done',
    doneText: 'We will not send you survey e-mails any more.',
    brokenTitle: 'This link is not complete',
    brokenText: 'Open the link in the e-mail again, or copy all of it.',
  },
  es: {
    title: 'Dejar de recibir encuestas',
    text: 'Si pulsa el botón, no se enviarán más correos de encuestas a esta dirección.',
    button: 'Dejar de recibirlos',
    doneTitle: 'Hecho',
    doneText: 'No le enviaremos más correos de encuestas.',
    brokenTitle: 'Este enlace no está completo',
    brokenText: 'Vuelva a abrir el enlace del correo o cópielo entero.',
  },
  fr: {
    title: 'Ne plus recevoir d’enquêtes',
    text: 'Si vous appuyez sur le bouton, plus aucun e-mail d’enquête ne sera envoyé à cette adresse.',
    button: 'Ne plus les recevoir',
    doneTitle: 'C’est fait',
    doneText: 'Nous ne vous enverrons plus d’e-mails d’enquête.',
    brokenTitle: 'Ce lien n’est pas complet',
    brokenText: 'Ouvrez à nouveau le lien de l’e-mail, ou copiez-le en entier.',
  },
  de: {
    title: 'Keine Umfragen mehr erhalten',
    text: 'Wenn Sie den Knopf drücken, senden wir an diese Adresse keine E-Mails zu Umfragen mehr.',
    button: 'Nicht mehr senden',
    doneTitle: 'Erledigt',
    doneText: 'Wir senden Ihnen keine E-Mails zu Umfragen mehr.',
    brokenTitle: 'Dieser Link ist nicht vollständig',
    brokenText: 'Öffnen Sie den Link in der E-Mail noch einmal, oder kopieren Sie ihn ganz.',
  },
};
