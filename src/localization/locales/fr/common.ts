import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(facultatif)',
  eitherContact: 'Comment pouvons-nous vous joindre\u202f?',
  eitherContactHint: 'Une adresse e-mail ou un numéro de téléphone suffit.',
  name: 'Votre nom',
  email: 'Adresse e-mail',
  phone: 'Téléphone',
  choose: 'Choisissez…',
  consent: 'J’accepte la [politique de confidentialité].',
  newTab: '(s’ouvre dans un nouvel onglet)',
  attachment: 'Fichiers',
  send: 'Envoyer',
  replyWithin: {
    one: 'Nous répondons sous {count} jour ouvré.',
    many: 'Nous répondons sous {count} de jours ouvrés.',
    other: 'Nous répondons sous {count} jours ouvrés.',
  },
  stranded:
    'Votre message n’a pas été envoyé. La connexion a échoué. Vérifiez-la et réessayez. Ce que vous avez écrit est toujours là.',
  honeypot: 'Laissez ce champ vide',
};
