/** Around every page: titles, navigation, sign-in, the choice of the language, refusals; and small words that all pages share. */
export const frame = {
  inbox: 'Inbox',
  /** Title of a page, as a browser shows it. */
  title: '{title} – {inbox}',
  /** Before the title of a page that shows what was wrong with a form. */
  errorTitle: 'Error: {title}',
  /** Visually hidden before what is wrong with a field. */
  errorPrefix: 'Error:',
  /** Name of the navigation. */
  lists: 'Lists',
  messages: 'Messages',
  messagesNew: { one: 'Messages ({count} new)', other: 'Messages ({count} new)' },
  callbacks: 'Callbacks',
  questions: 'Questions',
  faq: 'FAQ',
  quarantine: 'Quarantine',
  surveys: 'Surveys',
  undelivered: 'Undelivered',
  /** One of those lists, and how much is in it. */
  withCount: '{list} ({count})',
  signIn: 'Sign in',
  signOut: 'Sign out',
  password: 'Password',
  passwordHint: 'The password was shown when the receiver started.',
  passwordWrong: 'That is not the password.',
  tooManyTries: {
    one: 'Too many tries. Wait {count} second.',
    other: 'Too many tries. Wait {count} seconds.',
  },
  /** Of the inbox. */
  language: 'Language of this inbox',
  backToInbox: 'Back to the inbox',
  backToMessages: 'Back to the messages',
  undo: 'Undo',
  /** Name of a list of languages, of an FAQ for example. */
  languages: 'Languages',
  /** A language and how much there is in it. */
  languageCount: '{language}: {count}',
  /** Name of the links to the other parts of a long list. */
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: 'Page {page} of {pages}',
  yes: 'Yes',
  no: 'No',
  sizes: {
    bytes: { one: '{count} byte', other: '{count} bytes' },
    kilobytes: '{n} kB',
    megabytes: '{n} MB',
  },
  errors: {
    notFound: {
      title: 'Not found',
      heading: 'There is nothing here',
      text: 'The address may be mistyped, or what was here is gone.',
    },
    failed: {
      heading: 'Something went wrong',
      text: 'The messages are safe. Try again in a moment.',
    },
    otherSite: { heading: 'Not from here', text: 'This form was sent by a page of another site.' },
    tooLarge: { heading: 'Too large', text: 'This form is too large.' },
    tooOld: {
      heading: 'This page was too old',
      text: 'Nothing was changed. Open the message again and try once more.',
    },
    unknownAction: { heading: 'Unknown action', text: 'Choose one of the buttons of the page.' },
    unknownLanguage: { heading: 'Unknown language', text: 'Choose one of the buttons of the page.' },
  },
};
