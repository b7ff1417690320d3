import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { Marked, type Tokens } from 'marked';
import { languages, type Language } from './builder/page.js';

/*
 * The guide as pages of the demo site: the Markdown files as they are, with their links to one another, a list of the
 * pages beside them, and a button to copy each example. `eu.md`, `ka.md` and `lv.md` are its first steps in these languages.
 */

const ROOT = new URL('../', import.meta.url);

/** Files by their addresses beneath `/guide/`; those of the guide first, in the order in which they are listed. */
const files: ReadonlyMap<string, string> = new Map([
  ['', 'demo/guide/README.md'],
  ...['eu', 'ka', 'lv'].map(own),
  ...['contact-form', 'appointment-request', 'faq-chat', 'satisfaction-survey', 'callback-button'].map(own),
  ...['endpoints', 'looks', 'privacy-and-csp', 'accessibility', 'sizes', 'code'].map(own),
  ['receiver', 'demo/receiver/README.md'],
  ['demo-site', 'demo/site/README.md'],
  ['project', 'README.md'],
  ['contributing', 'CONTRIBUTING.md'],
  ['changelog', 'CHANGELOG.md'],
]);

function own(name: string): [address: string, file: string] {
  return [name, `demo/guide/${name}.md`];
}

/** Of those that are listed beside each page. */
const LISTED = 16;

const addressOf = new Map([...files].map(([address, file]) => [file, address]));

/** All files of the guide are pages; else one that was added would be missing without a word. */
for (const name of readdirSync(new URL('demo/guide', ROOT)))
  if (name.endsWith('.md') && !addressOf.has(`demo/guide/${name}`))
    throw new Error(`demo/guide/${name} is no page of the guide: see demo/guide-pages.ts`);

const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? 'Guide';

/** What a page's language is by its address. */
const languageOf = (address: string): Language =>
  Object.hasOwn(languages, address) ? (address as Language) : 'en';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** Where a link of a file leads on this site; nowhere, where what it names is not on it. */
const resolve = (href: string, file: string): string | undefined => {
  if (/^(?:https?:|mailto:|tel:|#)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const target = posix.join(posix.dirname(file), path);
  if (target === 'demo/guide/messages.php') return '/guide/messages.php';
  const address = addressOf.get(target);
  if (address === undefined) return undefined;
  return `/guide/${address}${anchor === undefined ? '' : `#${anchor}`}`;
};

/** What a file says, as HTML. Markup in it is shown as text, but for comments, which are for tools. */
const bodyOf = (markdown: string, file: string): string => {
  const slugs = new GithubSlugger();
  const marked = new Marked({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (text.startsWith('<!--') ? '' : escape(text)),
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slugs.slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = resolve(href, file);
        return target === undefined ? text : `<a href="${escape(target)}">${text}</a>`;
      },
      image: ({ text }) => escape(text),
      code: ({ text, lang }) =>
        `<pre tabindex="0"${lang === 'text' ? ' class="sentences"' : ''}><code>${escape(text)}</code></pre>\n`,
      table(token) {
        const cell = ({ tokens, text, header }: Tokens.TableCell): string => {
          const tag = header && text ? 'th' : 'td';
          return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
        };
        const cells = (row: readonly Tokens.TableCell[]) => row.map(cell).join('');
        const rows = token.rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n');
        const head = token.header.some(({ text }) => text) ? `<thead><tr>${cells(token.header)}</tr></thead>` : '';
        return `<div class="table" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>\n`;
      }, // prettier-ignore
    },
  });
  return marked.parse(markdown, { async: false });
};

const pageOf = (address: string, file: string) => {
  const markdown = read(file);
  const list = [...files].slice(0, LISTED);
  const language = languageOf(address);
  const { page: words, script, guide } = languages[language];
  const said = { copy: guide.copy, copied: script.copied, marked: script.marked };
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${titleOf(markdown)} · Harreman</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/img/txolarre.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        <link rel="stylesheet" href="/guide.css" />
        <script type="module" src="/guide.js"></script>
      </head>
      <body>
        <a class="skip-link" href="#main">${words.skip}</a>
        <header class="site-header">
          <div class="wrap">
            <a class="brand" href="${language === 'eu' ? '/' : `/${language}/`}"><img src="/img/txolarre.svg" alt="" width="44" height="44" /> Harreman</a>
            <nav class="main-nav" aria-label="Harreman">
              <ul>
                <li><a href="/guide/" hreflang="en" aria-current="${address === '' ? 'page' : 'true'}">${words.guide}</a></li>
                <li><a href="/builder/?lang=${language}">${words.title}</a></li>
              </ul>
            </nav>
          </div>
        </header>
        <div class="wrap guide">
          <main id="main" tabindex="-1">
            ${raw(bodyOf(markdown, file))}
            <p id="copied" role="status" data-words="${JSON.stringify(said)}"></p>
          </main>
          <nav aria-label="${guide.pages}">
            <ul>
              ${list.map(
                ([name, path]) => html`<li lang="${languageOf(name)}"><a href="/guide/${name}"${
                  name === address ? raw(' aria-current="page"') : ''
                }>${titleOf(read(path))}</a></li>`,
              )}
            </ul>
          </nav>
        </div>
      </body>
    </html>`;
}; // prettier-ignore

/** The routes `/guide/…`. Files are read anew each time: they change while one works on them. */
export const guideRoutes = (): Hono => {
  const app = new Hono();
  app.get('/guide', (c) => c.redirect('/guide/', 301));
  app.get('/guide/messages.php', (c) =>
    c.body(read('demo/guide/messages.php'), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="messages.php"',
    }),
  );
  for (const [address, file] of files) app.get(`/guide/${address}`, (c) => c.html(pageOf(address, file)));
  return app;
};
