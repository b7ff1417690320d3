import { checkEndpoint } from './check-endpoint.js';
import { mistakesIn } from './mistakes.js';
import { measure, writeInto } from './room.js';
import { htmlSnippet, profileOf, reactSnippet, readableOn, wordpressSnippet } from './snippets.js';
import { parseDayList } from '/dist/schedule/day-list.js';
import { parseHours } from '/dist/schedule/parse-hours.js';

const form = document.querySelector('#choices');
const byId = (id) => document.getElementById(id);

/** @type {import('../../builder/words/words.js').ScriptWords} */
const words = JSON.parse(byId('words').textContent);

const KEYS = {
  web3forms: words.keyOfWeb3forms,
  netlify: words.nameOfForm,
};

/** What is chosen now. @returns {import('./snippets.js').Choices} */
const choicesNow = () => {
  const data = new FormData(form);
  const text = (name) => String(data.get(name) ?? '').trim();
  const lines = text('faq')
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));
  const isEntry = ([question, answer]) => Boolean(question && answer);
  const named = ['endpoint', 'profile', 'key', 'locale', 'theme', 'brand', 'privacy', 'phone', 'email'];
  return {
    ...Object.fromEntries(
      [...named, 'replyWithin', 'hours', 'closed', 'timezone', 'ask', 'files'].map((name) => [
        name,
        text(name),
      ]),
    ),
    widgets: data.getAll('widgets').map(String),
    accent: data.has('own-accent') ? text('accent') : '',
    attachments: data.has('attachments'),
    floating: data.has('floating'),
    room: data.has('room') ? room : {},
    faq: lines.filter(isEntry).map(([question, ...answer]) => [question, answer.join(' | ')]),
    faqLeftOut: lines.filter((line) => !isEntry(line) && line.some(Boolean)).map((line) => line.join(' | ')),
  };
};

/** The pasted HTML, on an empty page that has the kit's files where this site has them; nothing leaves it. */
const previewOf = (choices) => `<!doctype html>
<html lang="${document.documentElement.lang}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Preview</title>
<style>body { margin: 1rem; } body > * { margin-block-end: 1.5rem; }</style>
<body>
${htmlSnippet({ ...choices, files: '/dist/cdn/', room: {} }, '/dist/themes/')}
<script>
  for (const widget of document.querySelectorAll('body > *')) {
    if (!widget.localName.startsWith('harreman-')) continue;
    widget.setAttribute('persist', 'off');
    widget.transport = () => Promise.resolve({ state: 'sent' });
  }
</script>`;

/** By its name in the page's address; the boxes of a name by their values too. */
const keyOf = ({ type, name, value }) => (type === 'checkbox' && value !== 'on' ? `${name}:${value}` : name);

const controls = [...form.elements].filter(({ name }) => name);

/** What is not as it was: an owner who takes another language, or comes back by this address, finds it again. */
const keepInAddress = () => {
  const changed = new URLSearchParams();
  for (const control of controls) {
    const { type, checked, defaultChecked, value } = control;
    if (type === 'checkbox') {
      if (checked !== defaultChecked) changed.set(keyOf(control), checked ? 'yes' : 'no');
    } else if (value !== (type === 'select-one' ? firstOf(control) : control.defaultValue)) {
      changed.set(control.name, value);
    }
  }
  history.replaceState(null, '', `#${changed}`);
  for (const link of document.querySelectorAll('.languages a')) link.hash = `${changed}`;
};

const firstOf = ({ options }) =>
  ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0]).value;

const takeFromAddress = () => {
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const control of controls) {
    const value = kept.get(keyOf(control));
    if (value === null) continue;
    if (control.type === 'checkbox') control.checked = value === 'yes';
    else control.value = value;
  }
};

/** At each control, in words and not by colour alone. */
const showMistakes = (choices) => {
  const mistakes = mistakesIn(choices, { parseHours, parseDayList });
  for (const told of document.querySelectorAll('.mistake')) {
    const name = told.dataset.of;
    const mistake = mistakes.find(({ control }) => control === name);
    const { what, shown } = mistake ?? {};
    told.textContent = mistake ? `${words[what]}${shown === undefined ? '' : `: ${shown}`}` : '';
    if (mistake) form.elements[name].setAttribute('aria-invalid', 'true');
    else form.elements[name].removeAttribute('aria-invalid');
  }
};

/** This site's own receiver; of any other address nobody but its owner knows that it is one. */
const kindOf = (endpoint) => {
  try {
    const { origin, pathname } = new URL(endpoint, location.href);
    return origin === location.origin && pathname === '/submissions' ? 'harreman' : '';
  } catch {
    return '';
  }
};

const { endpoint: endpointControl, profile: kindControl } = form.elements;

/** Whether the kind is another than the one that goes with the address: then the owner has said so. */
let isKindChosen = false;
const noteKind = () => (isKindChosen = kindControl.value !== kindOf(endpointControl.value.trim()));

const update = () => {
  const choices = choicesNow();
  showMistakes(choices);
  const profile = profileOf(choices);
  byId('key').hidden = !(profile in KEYS);
  byId('key-label').textContent = KEYS[profile] ?? '';
  byId('accent').hidden = !choices.accent;
  const isDark = choices.accent && readableOn(choices.accent) === '#ffffff';
  byId('accent-note').textContent = choices.accent
    ? isDark
      ? words.whiteOnAccent
      : words.blackOnAccent
    : '';
  for (const element of document.querySelectorAll('[data-for-theme]'))
    element.hidden = (element.dataset.forTheme === 'brand') !== (choices.theme === 'brand');
  for (const element of document.querySelectorAll('[data-for]'))
    element.hidden = !element.dataset.for.split(' ').some((widget) => choices.widgets.includes(widget));
  keepInAddress();
  showPreview(choices);
  showSnippets();
};

/** How high the chosen widgets are, as far as it is known. */
let room = {};

const showSnippets = () => {
  const choices = choicesNow();
  byId('html').textContent = htmlSnippet(choices);
  byId('wordpress').textContent = wordpressSnippet(choices);
  byId('react').textContent = reactSnippet(choices);
};

/** A frame is at least as high as its rule says, so that what floats has a window, and shows the whole page. */
const growWith = (frame) => {
  const { body } = frame.contentDocument;
  const { ResizeObserver } = frame.contentWindow;
  new ResizeObserver(() => (frame.style.minHeight = `calc(${body.offsetHeight}px + 3rem)`)).observe(body);
};

let shown = '';

const showPreview = (choices) => {
  const page = previewOf(choices);
  if (page === shown) return;
  shown = page;
  // A frame of its own each time: what ran in the one before would still be there.
  const frame = byId('preview').cloneNode();
  byId('preview').replaceWith(frame);
  writeInto(frame, page);
  growWith(frame);
  room = {};
  measure(page, (heights) => {
    room = heights;
    showSnippets();
  });
};

let waiting;
form.addEventListener('input', (event) => {
  clearTimeout(waiting);
  if (event.target === kindControl) noteKind();
  // A kind that was right for another address would send messages wrongly, or twice.
  if (event.target === endpointControl && !isKindChosen)
    kindControl.value = kindOf(endpointControl.value.trim());
  // While somebody types, the preview waits for a pause.
  if (event.target.matches('textarea, input:not([type=checkbox], [type=color])'))
    waiting = setTimeout(update, 300);
  else update();
});
form.addEventListener('submit', (event) => event.preventDefault());

byId('check').addEventListener('click', async (event) => {
  const button = event.currentTarget;
  const { endpoint, profile, key } = choicesNow();
  const checked = byId('checked');
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  checked.replaceChildren(words.sending);
  const kind = profileOf({ endpoint, profile });
  const hidden =
    kind === 'web3forms' ? [['access_key', key]] : kind === 'netlify' ? [['form-name', key]] : [];
  const { good, lines } = await checkEndpoint({ endpoint, profile, hidden }, words);
  checked.replaceChildren(
    ...[`${good ? '✓' : '✗'} ${lines[0]}`, ...lines.slice(1)].map((line) =>
      Object.assign(document.createElement('p'), { textContent: line }),
    ),
  );
  button.removeAttribute('aria-disabled');
});

for (const button of document.querySelectorAll('[data-copies]'))
  button.addEventListener('click', async () => {
    const code = byId(button.dataset.copies);
    let done = true;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Without a permission, or without HTTPS: marked, to be copied by hand.
      done = false;
      getSelection().selectAllChildren(code);
    }
    byId('copied').textContent = done ? words.copied : words.marked;
  });

// Most owners are where their company is.
form.elements.timezone.defaultValue = Intl.DateTimeFormat().resolvedOptions().timeZone;
takeFromAddress();
noteKind();
update();
