/** What the builder's page says. A sentence has no number, name or address in it: those stand behind it, `label: value`. */
export interface PageWords {
  readonly title: string;
  readonly lead: string;
  readonly skip: string;
  readonly languages: string;
  /** Of the link to the guide. */
  readonly guide: string;
  readonly noScript: string;

  readonly choices: string;
  readonly widgets: string;
  readonly contactForm: string;
  readonly appointmentRequest: string;
  readonly faqChat: string;
  readonly satisfactionSurvey: string;
  readonly callbackButton: string;

  readonly whereMessagesGo: string;
  readonly endpoint: string;
  readonly endpointHint: string;
  /** Of the link to the guide. */
  readonly endpointHelp: string;
  readonly kind: string;
  readonly kindByAddress: string;
  readonly kindJson: string;
  readonly kindForm: string;
  readonly kindText: string;
  readonly kindReceiver: string;
  readonly check: string;

  readonly languageAndLook: string;
  readonly language: string;
  readonly languageOfPage: string;
  readonly theme: string;
  readonly themeNone: string;
  readonly themeNeutral: string;
  readonly themeWarm: string;
  readonly themeContrast: string;
  readonly themeDark: string;
  readonly themeBrand: string;
  readonly themeCalm: string;
  readonly themeRounded: string;
  readonly brand: string;
  readonly brandHint: string;
  readonly ownAccent: string;
  readonly accent: string;

  readonly company: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly email: string;
  readonly optional: string;
  readonly privacy: string;
  readonly privacyHint: string;
  readonly replyWithin: string;
  readonly replyWithinHint: string;

  readonly attachments: string;
  readonly openingHours: string;
  readonly hours: string;
  readonly hoursHint: string;
  readonly closed: string;
  readonly closedHint: string;
  readonly timezone: string;
  readonly timezoneHint: string;
  readonly ask: string;
  readonly askCsat: string;
  readonly askNps: string;
  readonly askCes: string;
  readonly askExpectation: string;
  readonly askRecommend: string;
  readonly questions: string;
  readonly questionsHint: string;
  /** One a line: question | answer. */
  readonly questionsSample: string;
  readonly place: string;
  readonly floating: string;
  readonly site: string;
  readonly files: string;
  readonly filesHint: string;
  readonly room: string;

  readonly preview: string;
  readonly previewHint: string;
  readonly htmlHint: string;
  readonly copyHtml: string;
  readonly wordpressHint: string;
  readonly copyWordpress: string;
  readonly reactHint: string;
  readonly copyReact: string;
}

/** What its script says later. */
export interface ScriptWords {
  readonly keyOfWeb3forms: string;
  readonly nameOfForm: string;
  readonly whiteOnAccent: string;
  readonly blackOnAccent: string;
  /** What is wrong with a choice. */
  readonly noEndpoint: string;
  readonly mailIsNoEndpoint: string;
  /** Before an address with “https://”. */
  readonly withoutScheme: string;
  readonly otherKind: string;
  readonly noWebAddress: string;
  readonly noNumber: string;
  readonly noMailAddress: string;
  readonly noWorkingDays: string;
  /** Before the word that could not be read. */
  readonly unreadableHours: string;
  /** The same. */
  readonly unreadableDays: string;
  readonly holidaysMissing: string;
  readonly unknownTimezone: string;
  /** Before the lines. */
  readonly lineLeftOut: string;

  readonly copied: string;
  readonly marked: string;

  /** Who the test message is from, in words that say that it is one. */
  readonly testName: string;
  readonly testSubject: string;
  readonly testMessage: string;

  readonly sending: string;
  readonly taken: string;
  readonly lookFor: string;
  readonly refused: string;
  readonly wholeMessage: string;
  readonly noReason: string;
  readonly refusedAdvice: string;
  /** Of an answer, before its number. */
  readonly status: string;
  readonly nobody: string;
  readonly cors: string;
  readonly timeout: string;
  readonly offline: string;
  readonly busy: string;
  readonly waitSeconds: string;
  readonly unreadable: string;
  readonly blocked: string;
  /** Before what the kit says to developers, in English. */
  readonly detail: string;
  readonly maybeArrived: string;
  readonly notArrived: string;
}

/** What stands around the pages of the guide, which the builder leads to. */
export interface GuideWords {
  readonly pages: string;
  readonly copy: string;
}

export interface Words {
  readonly page: PageWords;
  readonly script: ScriptWords;
  readonly guide: GuideWords;
}
