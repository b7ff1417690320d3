import type {} from 'harreman/react'; // the tags' types
import type { FaqEntry, HarremanContactForm } from 'harreman';
import { useRef, useState } from 'react';

const messages = { heading: 'Ask Maialen' };

const opening: FaqEntry[] = [{ question: 'When are you open?', answer: 'From nine to six.' }];
const withPrices: FaqEntry[] = [
  ...opening,
  { question: 'What does it cost?', answer: 'From **20 €** an hour.' },
];

export function ContactPage() {
  const form = useRef<HarremanContactForm>(null);
  const [reference, setReference] = useState('');
  const [entries, setEntries] = useState(opening);
  const [isShown, setShown] = useState(true);

  return (
    <main>
      <h1>Contact</h1>
      <button onClick={() => form.current?.prefill({ topic: 'quote', message: 'Twelve windows, please.' })}>
        Ask for a quote
      </button>
      <button onClick={() => setEntries(withPrices)}>Show the prices</button>
      <button onClick={() => setShown(!isShown)}>{isShown ? 'Hide the chat' : 'Show the chat'}</button>

      <harreman-contact-form
        ref={form}
        reply-by="either"
        messages={messages}
        onharreman-sent={(event) => setReference(event.detail.reference)}
      >
        <p slot="intro">{reference ? 'Anything else?' : 'We answer within two days.'}</p>
        <label>
          How did you find us? <input name="found_by" />
        </label>
        <p>
          Call <a href="tel:+34943000000">943 00 00 00</a>.
        </p>
      </harreman-contact-form>
      <output>{reference && `Your reference: ${reference}`}</output>

      {isShown && <harreman-faq-chat entries={entries} headingLevel="2" />}
    </main>
  );
}
