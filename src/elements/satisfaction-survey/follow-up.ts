type Values = Readonly<Record<string, string | number | undefined>>;
type Prefillable = Element & { prefill?: (values: Values) => void };

/** The slots of what comes after an answer. */
export const SLOTS = ['low-score', 'high-score', 'follow-up'] as const;

/** The owner's elements for one of them. */
export const slottedIn = (host: Element, name: (typeof SLOTS)[number]): readonly Element[] => [
  ...host.querySelectorAll(`:scope > [slot=${name}]`),
];

/**
 * Hands the answer to the widgets that come after it, now or when they are defined. What the visitor has written there
 * stays, and a name that a form doesn't have does nothing.
 */
export const followUp = (host: Element, values: Values): void => {
  for (const slot of SLOTS) {
    // What comes after a low score is about something that went wrong.
    const own = slot === 'low-score' ? { topic: 'complaint', ...values } : values;
    for (const slotted of slottedIn(host, slot)) {
      for (const element of [slotted, ...slotted.querySelectorAll('*')]) {
        if (!element.localName.startsWith('harreman-')) continue;
        void customElements
          .whenDefined(element.localName)
          .then(() => (element as Prefillable).prefill?.(own));
      }
    }
  }
};
