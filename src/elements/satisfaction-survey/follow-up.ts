type Values = Readonly<Record<string, string | number | undefined>>;
type Widget = Element & { headingLevel?: string; prefill?: (values: Values) => void };

/** The slots of what comes after an answer. */
export const SLOTS = ['low-score', 'high-score', 'follow-up'] as const;

/** The owner's elements for one of them. */
export const slottedIn = (host: Element, name: (typeof SLOTS)[number]): readonly Element[] => [
  ...host.querySelectorAll(`:scope > [slot=${name}]`),
];

/**
 * Hands the answer to the widgets that come after it, now or when they are defined. What the visitor has written there
 * stays, and a name that a form doesn't have does nothing. Their headings are below that of the end, unless the owner says a level.
 */
export const followUp = (host: Element & { readonly level: number }, values: Values): void => {
  for (const slot of SLOTS) {
    // What comes after a low score is about something that went wrong.
    const own = slot === 'low-score' ? { topic: 'complaint', ...values } : values;
    for (const slotted of slottedIn(host, slot)) {
      for (const element of [slotted, ...slotted.querySelectorAll('*')]) {
        if (!element.localName.startsWith('harreman-')) continue;
        void customElements.whenDefined(element.localName).then(() => {
          const widget: Widget = element;
          if (!element.hasAttribute('heading-level')) widget.headingLevel = `${Math.min(host.level + 1, 6)}`;
          widget.prefill?.(own);
        });
      }
    }
  }
};
