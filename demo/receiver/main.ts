import { fileURLToPath } from 'node:url';
import { run } from './cli.js';
import { keepTimeOf, readSettings } from './settings.js';
import { startReceiver } from './start.js';

const start = () => {
  const settings = readSettings(process.env, {
    port: 4173,
    dataDir: fileURLToPath(new URL('../.data', import.meta.url)),
    // Its own pages only, until the owner names the sites that may post.
    allowedOrigins: new Set(),
  });
  keepTimeOf(settings, process.env);
  return startReceiver(settings);
};

await run(start, ({ url, signInHint }) =>
  [
    `Endpoint   ${url}/submissions`,
    `Inbox      ${url}/inbox`,
    `FAQ        ${url}/faq.json`,
    `Sign in    ${signInHint}`,
    'Stop       Ctrl+C',
  ].join('\n'),
);
