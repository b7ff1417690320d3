import type { InboxMessages } from '../catalogue.js';

export const erasure = {
  title: 'Effacer le message {reference}',
  back: 'Retour, sans rien effacer',
  gone: 'Son contenu, son expéditeur et ce que vous avez répondu ici disparaissent définitivement. Ce qui devait encore partir par e-mail et webhook ne part pas.',
  files: {
    one: 'Son fichier disparaît aussi ({count}).',
    many: 'Ses {count} de fichiers disparaissent aussi.',
    other: 'Ses {count} fichiers disparaissent aussi.',
  },
  copies: 'Les copies déjà parties ne sont pas concernées\u00a0: e-mails, webhooks, exports, sauvegardes.',
  survey: 'Sa note reste, et compte. Son commentaire disparaît.',
  callback: 'Le numéro quitte la liste des appels, sauf si un autre message le demande.',
  toCome: 'Son rendez-vous est encore à venir.',
  toComeText: 'L’horaire reste pris\u202f; on ne saura plus qui vient.',
  stays:
    'Sa référence, sa date d’arrivée et la trace du consentement restent. Qui renvoie la même chose reçoit la même réponse\u202f; le message ne revient pas.',
  eraseForGood: 'Effacer définitivement',
  erased: 'Effacé\u00a0: {erased}. Reçu\u00a0: {received}.',
  scoreStays: 'La note reste, et compte.',
  suppressions: {
    title: 'Pas d’invitations',
    heading: 'Adresses qui ne reçoivent pas d’invitations',
    allSurveys: 'Toutes les enquêtes',
    text: 'Leurs titulaires n’en voulaient plus, ou leurs serveurs de messagerie les ont refusées.',
    none: 'Aucune.',
    reasons: {
      unsubscribed: 'N’en veut pas',
      bounced: 'E-mail revenu',
      erased: 'Effacée',
    },
    erasedAddress: 'Une adresse effacée',
    erasedAddressEnd: 'une adresse effacée, {end}',
    allow: 'Autoriser à nouveau les invitations',
    allowFor: 'Autoriser à nouveau les invitations\u00a0: {address}',
    allowHint: 'Seulement si on vous l’a demandé.',
    erasePerson: 'Effacer une personne',
    address: 'Adresse e-mail',
    erase: 'Effacer…',
    eraseFor: 'Effacer\u00a0: {address}',
    addressWanted: 'Indiquez une adresse e-mail, comme nom@example.com.',
    erasedInvitations: {
      one: 'Effacé\u00a0: {count} invitation ne nomme plus personne.',
      many: 'Effacé\u00a0: {count} d’invitations ne nomment plus personne.',
      other: 'Effacé\u00a0: {count} invitations ne nomment plus personne.',
    },
    erasedMessages: {
      one: '{count} message a disparu.',
      many: '{count} de messages ont disparu.',
      other: '{count} messages ont disparu.',
    },
    invitations: {
      one: 'Invitations envoyées ou en attente pour cette adresse\u00a0: {count}. L’adresse, le nom, la langue et la référence sont effacés, et ce qui attend n’est pas envoyé.',
      many: 'Invitations envoyées ou en attente pour cette adresse\u00a0: {count}. L’adresse, le nom, la langue et la référence sont effacés, et ce qui attend n’est pas envoyé.',
      other:
        'Invitations envoyées ou en attente pour cette adresse\u00a0: {count}. L’adresse, le nom, la langue et la référence sont effacés, et ce qui attend n’est pas envoyé.',
    },
    answersStay:
      'Les réponses restent et comptent. Plus rien ne dit de qui elles sont, et les liens des e-mails ne valent plus rien.',
    hash: 'L’adresse ne reçoit plus d’invitations. Pour la reconnaître, on ne garde qu’une empreinte à clé.',
    elsewhere: 'On ne cherche pas où l’adresse figure ailleurs dans un texte\u00a0: voyez les {link}.',
    elsewhereLink: 'messages avec cette adresse',
    eraseMessages: {
      one: 'Effacer aussi le message ({count}) écrit avec cette adresse\u00a0: textes, fichiers et tout ce qui a été donné. D’une réponse à une enquête, la note reste.',
      many: 'Effacer aussi les {count} de messages écrits avec cette adresse\u00a0: textes, fichiers et tout ce qui a été donné. D’une réponse à une enquête, la note reste.',
      other:
        'Effacer aussi les {count} messages écrits avec cette adresse\u00a0: textes, fichiers et tout ce qui a été donné. D’une réponse à une enquête, la note reste.',
    },
  },
} satisfies InboxMessages['erasure'];
