import { checkEndpoint } from './check-endpoint.js';
import { htmlSnippet, profileOf, reactSnippet, readableOn, wordpressSnippet } from './snippets.js';

const form = document.querySelector('#choices');
const preview = document.querySelector('#preview');
const byId = (id) => document.getElementById(id);

const KEYS = {
  web3forms: 'Access key of Web3Forms',
  netlify: 'Name of the form',
};

/** What is chosen now. @returns {import('./snippets.js').Choices} */
const choicesNow = () => {
  const data = new FormData(form);
  const text = (name) => String(data.get(name) ?? '').trim();
  const named = ['endpoint', 'profile', 'key', 'locale', 'theme', 'brand', 'privacy', 'phone', 'email'];
  return {
    ...Object.fromEntries(
      [...named, 'replyWithin', 'hours', 'ask', 'files'].map((name) => [name, text(name)]),
    ),
    widgets: data.getAll('widgets').map(String),
    accent: data.has('own-accent') ? text('accent') : '',
    attachments: data.has('attachments'),
    floating: data.has('floating'),
    faq: text('faq')
      .split('\n')
      .map((line) => line.split('|').map((part) => part.trim()))
      .filter(([question, answer]) => question && answer)
      .map(([question, ...answer]) => [question, answer.join(' | ')]),
  };
};

/** The pasted HTML, on an empty page that has the kit's files where this site has them; nothing leaves it. */
const previewOf = (choices) => `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Preview</title>
<style>body { margin: 1rem; } body > * { margin-block-end: 1.5rem; }</style>
<body>
${htmlSnippet({ ...choices, files: '/dist/cdn/' }, '/dist/themes/')}
<script>
  for (const widget of document.querySelectorAll('body > *')) {
    if (!widget.localName.startsWith('harreman-')) continue;
    widget.setAttribute('persist', 'off');
    widget.transport = () => Promise.resolve({ state: 'sent' });
  }
</script>`;

const update = () => {
  const choices = choicesNow();
  const profile = profileOf(choices);
  byId('key').hidden = !(profile in KEYS);
  byId('key-label').textContent = KEYS[profile] ?? '';
  byId('accent').hidden = !choices.accent;
  byId('accent-note').textContent = choices.accent
    ? `Text on it is ${readableOn(choices.accent) === '#ffffff' ? 'white' : 'black'}. Links on a light or dark ground may be hard to read in it; the theme “Brand” sees to that.`
    : '';
  for (const element of document.querySelectorAll('[data-for-theme]'))
    element.hidden = (element.dataset.forTheme === 'brand') !== (choices.theme === 'brand');
  for (const element of document.querySelectorAll('[data-for]'))
    element.hidden = !element.dataset.for.split(' ').some((widget) => choices.widgets.includes(widget));
  byId('html').textContent = htmlSnippet(choices);
  byId('wordpress').textContent = wordpressSnippet(choices);
  byId('react').textContent = reactSnippet(choices);
};

let shown = '';

const showPreview = () => {
  const page = previewOf(choicesNow());
  if (page === shown) return;
  shown = page;
  // Written rather than framed by `srcdoc`, whose address relative endpoints could not be resolved against.
  const target = preview.contentDocument;
  target.open();
  target.write(page);
  target.close();
};

let waiting;
form.addEventListener('input', (event) => {
  clearTimeout(waiting);
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
  checked.replaceChildren('Sending …');
  const kind = profileOf({ endpoint, profile });
  const hidden =
    kind === 'web3forms' ? [['access_key', key]] : kind === 'netlify' ? [['form-name', key]] : [];
  const { good, lines } = await checkEndpoint({ endpoint, profile, hidden });
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
    byId('copied').textContent = done ? 'Copied.' : 'It is marked: copy it with Ctrl+C.';
  });

update();
showPreview();
