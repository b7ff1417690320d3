/*
 * The visitor in a page of `npm run bench:delivery`: runs before the page's own scripts, with `SETTINGS` in front of it
 * (see `device.ts`). Fills in forms and presses send, reads what is then on the screen, acts on it, and reports
 * to the bench what was pressed and read. Knows nothing of the kit but what a visitor sees, and its events.
 */
{
  const { speed, epoch, seed, words, hasLocks } = SETTINGS;
  const { setTimeout: later, setInterval: every, Date: RealDate } = window;

  /** Time as the bench's own process has it, in milliseconds. */
  const realNow = () => performance.timeOrigin + performance.now();
  const pause = (milliseconds) => new Promise((resolve) => later.call(window, resolve, milliseconds));

  // Time runs faster in these pages, so that time-outs, leases and back-off are waited for in less time.
  const now = () => Math.round(epoch + (realNow() - epoch) * speed);
  window.Date = class Date extends RealDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [now()]));
    }
    static now() {
      return now();
    }
  };
  for (const name of ['setTimeout', 'setInterval']) {
    const original = window[name];
    window[name] = (handler, delay = 0, ...rest) => original.call(window, handler, delay / speed, ...rest);
  }

  // Back-off is jittered by Math.random: short here, and the same for the same seed.
  let state = seed | 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return 0.1 + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * 0.25;
  };

  if (!hasLocks) Object.defineProperty(navigator, 'locks', { value: undefined });

  let isFull = false;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value) {
    const request = put.call(this, value);
    // Browsers find out when it comes to committing.
    if (isFull) request.onsuccess = () => this.transaction.abort();
    return request;
  };

  let copied = '';
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: (text) => Promise.resolve((copied = text)) },
  });

  const report = (news) => window.benchReport({ at: realNow(), ...news }).catch(() => undefined);
  const markerIn = (text) => /\[\[([\w-]+)\]\]/.exec(text)?.[1];
  const insists = (text) => text.includes('I insist');

  /** What a sentence of the catalogue looks like with its gaps filled in. */
  const pattern = (sentence) => {
    const literal = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    return new RegExp(`^${literal.replace('{time}', '.+').replace('{reference}', '(.+)')}$`);
  };
  const notices = Object.entries(words.notices).map(([told, sentence]) => [told, pattern(sentence)]);

  const MOST_PRESSES = 10;
  /** By form: what it last told, how often its visitor has pressed, what was written. */
  const forms = new Map();

  const screenOf = ({ shadowRoot }) => {
    const end = shadowRoot.querySelector('#end');
    if (end) return end.textContent.trim() === words.savedTitle ? 'saved' : 'sent';
    const failure = shadowRoot.querySelector('[part~="failure"]')?.textContent ?? '';
    if (failure.includes(words.unconfirmedTitle)) return 'not confirmed';
    if (failure) return 'not sent';
    return shadowRoot.querySelector('[part~="error-summary"]') ? 'rejected' : undefined;
  };

  const press = (form) => {
    const known = forms.get(form);
    known.pressed++;
    report({ type: 'pressed', marker: known.marker });
    form.shadowRoot.querySelector('[part~="retry-button"],[part~="submit-button"]').click();
  };

  const react = async (form, told) => {
    const known = forms.get(form);
    await pause(200);
    if (told === 'saved' && insists(known.text)) return;
    if (told === 'sent' || told === 'saved' || !insists(known.text) || known.pressed >= MOST_PRESSES) {
      // Elsewhere on the site by now.
      form.remove();
      forms.delete(form);
      return;
    }
    for (;;) {
      const retry = form.shadowRoot.querySelector('[part~="retry-button"]');
      if (retry?.getAttribute('aria-disabled') !== 'true') break;
      await pause(200);
    }
    if (form.isConnected && screenOf(form) === told) press(form);
  };

  const TIME_TO_READ = 700;
  /** By marker: what a notice told of it, and since when. */
  const handled = new Map();

  /** Reads a notice of a message that was kept. Its own text is had by its copy button. */
  const handle = (notice) => {
    const button = (label) =>
      [...notice.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label);
    const text = notice.querySelector('p')?.textContent.trim() ?? '';
    const [told, sentence] = notices.find(([, known]) => known.test(text)) ?? [];
    if (!told) return;
    if (told === 'sent') {
      report({ type: 'told', told, reference: sentence.exec(text)[1] });
      button(words.close)?.click();
      return;
    }
    const copy = button(words.copyMessage);
    if (!copy) return;
    copied = '';
    copy.click();
    const marker = markerIn(copied);
    if (!marker) return;
    const seen = handled.get(marker);
    if (seen?.told !== told) {
      handled.set(marker, { told, at: realNow() });
      report({ type: 'told', told, marker, by: 'notice' });
      return;
    }
    // A person needs time to read, and has one pair of hands for all tabs.
    if (realNow() - seen.at < TIME_TO_READ) return;
    handled.delete(marker);
    const again = button(words.sendAgain) ?? button(words.sendNow);
    if (again && insists(copied)) {
      report({ type: 'pressed', marker });
      again.click();
    } else button(words.deleteSaved)?.click();
  };

  const look = (form) => {
    const known = forms.get(form);
    if (!known) return;
    const told = screenOf(form);
    if (told === known.told) return;
    known.told = told;
    if (!told || !known.marker) return;
    report({ type: 'told', told, marker: known.marker, by: 'form' });
    void react(form, told);
  };

  const watch = (form) => {
    new MutationObserver(() => look(form)).observe(form.shadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  };

  every.call(
    window,
    () => {
      for (const form of document.querySelectorAll('harreman-contact-form'))
        for (const notice of form.shadowRoot?.querySelectorAll('[part~="notice"]') ?? []) handle(notice);
    },
    150,
  );

  addEventListener('harreman-submit', ({ detail: { submission } }) => {
    report({ type: 'reference', marker: markerIn(submission.message), reference: submission.reference });
  });
  for (const told of ['sent', 'saved', 'rejected'])
    addEventListener(`harreman-${told}`, ({ detail: { submission } }) => {
      report({ type: 'told', told, marker: markerIn(submission.message), by: 'event' });
    });
  addEventListener('harreman-unconfirmed', ({ detail: { submission, arrived } }) => {
    const told = arrived === 'no' ? 'not sent' : 'not confirmed';
    report({ type: 'told', told, marker: markerIn(submission.message), by: 'event' });
  });

  const usable = async (form) => {
    while (!form?.shadowRoot?.querySelector('[name="message"]')) await pause(20);
  };

  /** The entries of the outbox that are not sent, as the browser has them. */
  const waiting = () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('harreman-outbox');
      opening.onupgradeneeded = () => {
        // Nothing was ever kept: the kit shall make the database.
        opening.transaction.abort();
      };
      opening.onerror = () => resolve([]);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('entries').objectStore('entries').getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          database.close();
          resolve(
            reading.result
              .filter((entry) => entry.state !== 'sent')
              .map((entry) => ({ state: entry.state, marker: markerIn(entry.record.message) })),
          );
        };
      };
    });

  window.visitor = {
    ready: () => usable(document.querySelector('#home')),

    /** Writes a message into a form of its own, and presses send. */
    async write({ marker, text, endpoint, profile, presses }) {
      const form = document.createElement('harreman-contact-form');
      for (const [name, value] of Object.entries({ id: marker, topic: 'question', endpoint, profile }))
        form.setAttribute(name, value);
      forms.set(form, { marker, text, pressed: 0, told: undefined });
      document.body.append(form);
      await usable(form);
      watch(form);
      for (const [name, value] of [
        ['name', 'Ane'],
        ['email', 'ane@example.com'],
        ['message', text],
      ]) {
        const control = form.shadowRoot.querySelector(`[part~="control"][name="${name}"]`);
        control.value = value;
        control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      }
      for (let n = 0; n < presses; n++) press(form);
    },

    /** How many forms are still being sent, or wait for their visitor. */
    unsettled: () => [...forms.values()].filter(({ told }) => told !== 'saved').length,

    waiting,

    /** From now on nothing more finds room in the outbox's database, or it does again. */
    limitStorage(on) {
      isFull = on;
    },

    /** Keeps the outbox's database so busy that nobody else comes to it. */
    async blockStorage(milliseconds) {
      const end = realNow() + milliseconds;
      const opening = indexedDB.open('harreman-outbox');
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onsuccess = () => {
        const database = opening.result;
        const store = database.transaction('entries', 'readwrite').objectStore('entries');
        const spin = () => {
          if (realNow() < end) store.count().onsuccess = spin;
          else database.close();
        };
        spin();
      };
    },
  };
}
