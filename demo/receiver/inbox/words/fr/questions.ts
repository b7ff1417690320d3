import type { InboxMessages } from '../catalogue.js';

export const questions = {
  back: 'Retour aux questions',
  text: 'Ce que les visiteurs ont demandé à l’assistant et à quoi il n’a pas su répondre, ou pas bien. Les questions semblables sont regroupées, les plus posées d’abord.',
  cut: 'Il y en a plus que celles affichées ici\u00a0: les autres viendront une fois celles-ci traitées.',
  none: 'Il n’y a aucune question ouverte.',
  aside: 'Mise de côté. Si elle est posée de nouveau, elle revient.',
  asked: {
    one: 'Posée {count} fois',
    many: 'Posée {count} de fois',
    other: 'Posée {count} fois',
  },
  askedOn: 'le {time}',
  lastAskedOn: 'la dernière fois le {time}',
  also: 'Aussi\u00a0: {wordings}',
  alsoMore: '{count} de plus',
  notHelpful: {
    one: 'Pas utile {count} fois\u00a0:',
    many: 'Pas utile {count} de fois\u00a0:',
    other: 'Pas utile {count} fois\u00a0:',
  },
  serverAnswer: 'une réponse d’un serveur',
  answering: {
    nothing: 'L’assistant n’a aucune entrée qui y ressemble.',
    sure: 'L’assistant y répond maintenant par\u00a0: {entry}',
    unsure: 'L’assistant demande s’il s’agit de\u00a0: {entries}',
    unknown: 'L’assistant ne sait pas. L’entrée la plus proche\u00a0: {entry}',
  },
  group: {
    title: 'Question',
    undone: 'Annulé. Les questions sont de nouveau ouvertes.',
    wordings: 'Comment elle a été posée',
    wordingsHint:
      'Ce qui est coché devient une formulation que tout le monde peut lire. Écartez les noms, les adresses et les numéros.',
    tickOne: 'Cochez au moins une formulation.',
    more: '{count} de plus\u00a0: elles viendront une fois celles-ci traitées.',
    asked: { one: '{count} fois, {time}', many: '{count} de fois, {time}', other: '{count} fois, {time}' },
    details: 'Détails',
    detailsOfLast: 'Détails de la dernière',
    heading: 'Ce que l’assistant devrait répondre',
    entry: 'Entrée',
    entryHint: 'Les plus proches sont en premier.',
    nearest: 'Les plus proches',
    others: 'Toutes les autres',
    entryNotHelpful: '{entry} (n’a pas été utile)',
    attach: 'Ajouter la formulation à cette entrée',
    preview: 'Voir ce que cela changerait',
    edit: 'L’ajouter et modifier l’entrée',
    new: 'Écrire une nouvelle entrée',
    aside: 'Mettre de côté',
  },
  settled: {
    title: 'Question traitée',
    heading: 'Traitée',
    undoDeletes: 'L’entrée est alors supprimée, et les questions sont de nouveau ouvertes.',
    undoRestores:
      'L’entrée dit alors ce qu’elle disait auparavant, et les questions sont de nouveau ouvertes.',
    left: 'D’autres questions du groupe sont encore ouvertes\u00a0: avec elles, l’assistant ne trouve pas cette entrée.',
    lookAtThem: 'Les voir',
  },
  errors: {
    stale: {
      heading: 'Modifiée entre-temps',
      text: 'Quelqu’un vient de modifier cette entrée. Rien n’a été ajouté\u00a0: revenez en arrière et réessayez.',
    },
    dealtWith: {
      heading: 'Traitées entre-temps',
      text: 'Ces questions ne sont plus ouvertes. Rien n’a été modifié.',
    },
    entryGone: {
      heading: 'Cette entrée n’existe plus',
      text: 'Elle a été supprimée entre-temps. Rien n’a été modifié\u00a0: choisissez-en une autre.',
    },
  },
} satisfies InboxMessages['questions'];
