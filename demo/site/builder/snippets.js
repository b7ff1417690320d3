/**
 * What an owner pastes, from what they have chosen. Pure: texts in, texts out.
 *
 * @typedef {object} Choices
 * @property {string[]} widgets of `contact-form appointment-request faq-chat satisfaction-survey callback-button`
 * @property {string} files where the kit's files are on the owner's site, `/harreman/`
 * @property {string} endpoint
 * @property {string} profile empty: by the address
 * @property {string} key of Web3Forms, or the name of Netlify's form
 * @property {string} locale empty: the page's
 * @property {string} theme empty: the kit's own look
 * @property {string} brand a colour, with the theme `brand`
 * @property {string} accent a colour, empty: the theme's
 * @property {string} privacy address of the privacy policy
 * @property {string} phone
 * @property {string} email
 * @property {string} replyWithin working days
 * @property {string} hours as OpenStreetMap writes them
 * @property {string} [closed] days and ranges: `2026-12-25, 2026-12-28/2027-01-06`
 * @property {string} timezone in which these are meant; empty: the visitor's
 * @property {string} ask of the survey: `csat nps ces expectation recommend`
 * @property {boolean} attachments whether the contact form takes files
 * @property {boolean} floating whether chat and callback button stand at the corner
 * @property {[question: string, answer: string][]} faq
 * @property {string[]} [faqLeftOut] lines of the questions that had no answer
 * @property {Record<string, Room>} [room] by widget; none: no room is kept
 *
 * @typedef {object} Room how high a widget is once it is there, in CSS pixels
 * @property {number} narrow on a phone
 * @property {number} wide
 */

/** @param {string} text */
export const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** A folder, with its slash at the end. */
const folder = (path) => (path === '' || path.endsWith('/') ? path : `${path}/`);

const present = (pairs) =>
  pairs.filter(([, value]) => value !== '' && value !== undefined && value !== false);

/** The profile that an address has without its name, as the kit chooses it. */
export const profileOf = ({ profile, endpoint }) => {
  if (profile) return profile;
  if (/^https?:\/\/formspree\.io(?:\/|$)/.test(endpoint)) return 'formspree';
  if (/^https?:\/\/api\.web3forms\.com(?:\/|$)/.test(endpoint)) return 'web3forms';
  if (/^https?:\/\/script\.google\.com\/macros\//.test(endpoint)) return 'apps-script';
  return 'json';
};

/** What the service wants to have in each message. */
const hiddenOf = (choices) => {
  const profile = profileOf(choices);
  if (profile === 'web3forms') return [['access_key', choices.key || 'your-access-key']];
  if (profile === 'netlify') return [['form-name', choices.key || 'contact']];
  return [];
};

/** Without a figure there is nothing to call. */
export const hasNumber = (phone) => /\d/.test(phone);

const telOf = (phone) => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** Links that stand in the tag: shown until the script is there, and wherever a message can't be sent. */
const linksOf = ({ phone, email }) => [
  ...(hasNumber(phone) ? [{ href: telOf(phone), text: phone }] : []),
  ...(email ? [{ href: `mailto:${email}`, text: email }] : []),
];

/** Each widget as a tree: its attributes, and what stands in it. */
const treeOf = (widget, choices) => {
  const { replyWithin, hours, closed, ask, floating, faq } = choices;
  const opening = [
    ['hours', hours],
    // Hours that speak of public holidays may say when one is open on them.
    [/\bPH\b/i.test(hours) ? 'holidays' : 'closed', closed],
    ['timezone', (hours || closed) && choices.timezone],
  ];
  const attributes = present(
    {
      'contact-form': [
        ['reply-within', replyWithin],
        ...(choices.attachments ? [['accept', 'image/*,.pdf'], ['max-files', '3']] : []),
      ],
      'appointment-request': [...opening, ['reply-within', replyWithin]],
      'faq-chat': [['floating', floating && true], ...opening, ['reply-within', replyWithin]],
      'satisfaction-survey': [['survey', 'my-survey'], ['ask', ask === 'csat' ? '' : ask]],
      'callback-button': [['floating', floating && true], ...opening],
    }[widget],
  ); // prettier-ignore
  const links = linksOf(choices);
  return {
    tag: `harreman-${widget}`,
    // The page's own `lang` would win over a setting of the script.
    attributes: [...present([['locale', choices.locale]]), ...attributes],
    children: [
      ...hiddenOf(choices).map(([name, value]) => ({
        tag: 'input',
        attributes: [['type', 'hidden'], ['name', name], ['value', value]],
      })),
      ...(widget === 'faq-chat' ? faq : []).map(([question, answer]) => ({
        tag: 'details',
        children: [
          { tag: 'summary', children: [question] },
          { tag: 'p', children: [answer] },
        ],
      })),
      ...(links.length > 0
        ? [{ tag: 'p', children: links.flatMap(({ href, text }, index) => [
            ...(index ? [' '] : []),
            { tag: 'a', attributes: [['href', href]], children: [text] },
          ]) }]
        : []),
    ],
  }; // prettier-ignore
};

const VOID = /^(?:input|link|meta)$/;

/** Writes a tree: as HTML, or as JSX with `jsx`. */
const write = (node, jsx, indent = '') => {
  if (typeof node === 'string') {
    if (!jsx) return escapeHtml(node);
    return /^[^{}<>&\s][^{}<>&]*$/.test(node) ? node : `{${JSON.stringify(node)}}`;
  }
  const { tag, attributes = [], children = [] } = node;
  const start = [
    tag,
    ...attributes.map(([name, value]) => {
      if (value === true) return name;
      return jsx && /["&]/.test(value)
        ? `${name}={${JSON.stringify(value)}}`
        : `${name}="${escapeHtml(value)}"`;
    }),
  ].join(' ');
  if (VOID.test(tag)) return `<${start}${jsx ? ' /' : ''}>`;
  const isBlock = children.some((child) => typeof child === 'object' && child.tag !== 'a');
  const inner = children.map((child) => write(child, jsx, isBlock ? `${indent}  ` : indent));
  if (!isBlock) return `<${start}>${inner.join('')}</${tag}>`;
  return `<${start}>\n${inner.map((line) => `${indent}  ${line}\n`).join('')}${indent}</${tag}>`;
};

const variablesOf = ({ theme, brand, accent }) =>
  present([
    ['--harreman-color-brand', theme === 'brand' ? brand : ''],
    ['--harreman-color-accent', theme === 'brand' ? '' : accent],
    // White on a light colour could not be read.
    ['--harreman-color-on-accent', theme === 'brand' || !accent ? '' : readableOn(accent)],
  ]);

/** Black or white, whichever has more contrast on a colour `#rrggbb` (WCAG 2.2, relative luminance). */
export const readableOn = (color) => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
};

const styleOf = (choices) => {
  const variables = variablesOf(choices);
  if (variables.length === 0) return '';
  return `:root { ${variables.map(([name, value]) => `${name}: ${value}`).join('; ')} }`;
};

/** Keeps room until the widgets are there, so that what stands beneath them does not jump. */
const roomOf = ({ widgets, room = {} }) => {
  const kept = widgets.filter((widget) => room[widget]?.wide > 0);
  if (kept.length === 0) return [];
  const each = (size) =>
    kept.map((widget) => `harreman-${widget}:not(:defined) { min-height: ${room[widget][size]}px }`);
  const all = kept.map((widget) => `harreman-${widget}:not(:defined)`).join(', ');
  return [
    `${all} { display: flow-root }`,
    ...each('wide'),
    ...each('narrow').map((rule) => `@media (max-width: 600px) { ${rule} }`),
    `@media (scripting: none) { ${all} { min-height: 0 } }`,
  ];
};

/** What any widget sends. */
const FIELDS = [
  ...['submission_id', 'reference', 'widget', 'created_at', 'locale', 'page_url', 'page_title', 'referrer'],
  ...[
    'landing_page',
    'utm_source',
    'utm_medium',
    'utm_campaign',
    'utm_term',
    'utm_content',
    'gclid',
    'gbraid',
  ],
  ...['wbraid', 'fbclid', 'msclkid', 'name', 'email', 'phone', 'consent_text', 'consent_at', 'consent_url'],
  ...['regarding', 'possible_duplicate', 'spam_score', 'spam_signals'],
];

/** What each sends besides (`dist/schemas/`). */
const OWN_FIELDS = {
  'contact-form': ['topic', 'subject', 'message', 'order_number', 'purchase_date', 'remedy'],
  'appointment-request': [
    ...['service', 'staff', 'mode', 'start', 'end', 'timezone', 'visitor_timezone', 'alternatives'],
    ...['part_of_day', 'place', 'people', 'notes'],
  ],
  'faq-chat': ['question', 'outcome', 'entry', 'helpful', 'transcript'],
  'satisfaction-survey': [
    ...['survey', 'metric', 'score', 'score_min', 'score_max', 'comment', 'respondent'],
  ],
  'callback-button': ['window_start', 'window_end', 'timezone', 'visitor_timezone', 'topic', 'outcome'],
};

/** Netlify finds the fields of a form in the page as it was uploaded, or drops them. */
const netlifyForm = ({ key, widgets, attachments }) => {
  const names = new Set([...FIELDS, ...widgets.flatMap((widget) => OWN_FIELDS[widget])]);
  const files =
    attachments && widgets.includes('contact-form') ? ['attachment', 'attachment_2', 'attachment_3'] : [];
  const inputs = [...names].map((name) => `<input name="${name}">`);
  const fileInputs = files.map((name) => `<input type="file" name="${name}">`);
  return `<form name="${escapeHtml(key || 'contact')}" netlify hidden>${[...inputs, ...fileInputs].join('')}</form>`;
};

/** @param {Choices} choices @param {string} [themes] where the themes are, if not beside the other files */
export const htmlSnippet = (choices, themes = choices.files) => {
  const { theme, files, endpoint, profile, privacy, phone, email } = choices;
  const styles = [styleOf(choices), ...roomOf(choices)].filter(Boolean);
  const script = present([
    ['src', `${folder(files)}harreman.js`],
    ['data-endpoint', endpoint],
    ['data-profile', profile],
    ['data-privacy-url', privacy],
    ['data-phone', hasNumber(phone) && phone],
    ['data-email', email],
    ['defer', true],
  ]);
  return [
    ...(theme ? [`<link rel="stylesheet" href="${escapeHtml(folder(themes))}${theme}.css">`] : []),
    ...(styles.length > 0 ? ['<style>', ...styles.map((rule) => `  ${rule}`), '</style>'] : []),
    ...(profileOf(choices) === 'netlify' ? [netlifyForm(choices)] : []),
    write({ tag: 'script', attributes: script }, false),
    ...choices.widgets.map((widget) => write(treeOf(widget, choices), false)),
    '',
  ].join('\n');
};

/**
 * For WordPress: one block of the kind “Custom HTML”, which leaves scripts and tags as they are.
 * @param {Choices} choices
 */
export const wordpressSnippet = (choices) => `<!-- wp:html -->\n${htmlSnippet(choices)}<!-- /wp:html -->\n`;

/** @param {Choices} choices */
export const reactSnippet = (choices) => {
  const { widgets, theme, endpoint, profile, privacy, phone, email } = choices;
  const settings = present([
    ['endpoint', endpoint],
    ['profile', profile],
    ['privacyUrl', privacy],
    ['phone', hasNumber(phone) && phone],
    ['email', email],
  ]);
  const style = styleOf(choices);
  const trees = widgets.map((widget) => write(treeOf(widget, choices), true, '      '));
  return [
    `// In TypeScript, for the types of the tags: import type {} from 'harreman/react';`,
    `import { configure } from 'harreman/configure';`,
    ...widgets.map((widget) => `import 'harreman/${widget}';`),
    ...(theme ? [`import 'harreman/themes/${theme}.css';`] : []),
    '',
    // There is no page that was uploaded but this one.
    ...(profileOf(choices) === 'netlify'
      ? [
          '/* Put this into index.html, where Netlify looks for the fields:',
          netlifyForm(choices).replaceAll('*/', '*&#47;'),
          '*/',
          '',
        ]
      : []),
    'configure({',
    ...settings.map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`),
    '});',
    '',
    'export function Contact() {',
    '  return (',
    '    <>',
    ...(style ? [`      <style>{${JSON.stringify(style)}}</style>`] : []),
    ...trees.map((tree) => `      ${tree}`),
    '    </>',
    '  );',
    '}',
    '',
  ].join('\n');
};
