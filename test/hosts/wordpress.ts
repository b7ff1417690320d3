/**
 * A real WordPress: Debian's package with its default themes, run by PHP's own server on a MariaDB of its own, set up by
 * its own installer. Nothing of it outlives the run, and nothing runs as a service.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMariadb, findPhp } from '../../.build/browsers.mjs';
import { freePort } from '../engines/support/site.js';
import { until } from './looking.js';

/** The default themes, of 2021 and 2023: one of PHP templates, one of blocks. */
export type Theme = 'twentytwentyone' | 'twentytwentythree';

/** What an owner publishes on it. */
export interface Publication {
  readonly kind: 'pages' | 'posts';
  readonly theme: Theme;
  /** What stands in a block of the kind "Custom HTML". */
  readonly html: string;
  /** Whether it is written in the classic editor instead, which knows no blocks: WordPress makes paragraphs of its lines. */
  readonly isClassic?: true;
}

export interface WordPress {
  /** Writes an owner's page or post anew, the way the block editor does. @returns its path */
  publish(lane: number, publication: Publication): Promise<string>;
  /** Answers for a site of any address. `/log-in?to=<path>` logs the owner in and leads on to a path. */
  answer(request: IncomingMessage, response: ServerResponse, theme: Theme): void;
  close(): Promise<void>;
}

const OWNER = 'ane';
const PASSWORD = 'not-kept-1-2-3';
const PACKAGES = ['wordpress', 'wordpress-theme-twentytwentyone', 'wordpress-theme-twentytwentythree'];
const UNPACKED = '.cache/wordpress';
const START_MS = 60_000;

/**
 * The files of WordPress: those of `WORDPRESS_PATH`, or Debian's packages. They are unpacked and not installed, since
 * they would bring a web server that starts by itself.
 */
export const findWordPress = (): string | undefined => {
  const given = process.env['WORDPRESS_PATH'];
  if (given) return given;
  const files = join(UNPACKED, 'usr/share/wordpress');
  if (existsSync(files)) return files;
  const fetched = mkdtempSync(join(tmpdir(), 'wordpress-packages-'));
  try {
    console.log(`Unpacking ${PACKAGES.join(', ')}`);
    spawnSync('apt-get', ['-qq', 'download', ...PACKAGES], { cwd: fetched, stdio: 'ignore' });
    for (const name of readdirSync(fetched).filter((file) => file.endsWith('.deb')))
      spawnSync('dpkg', ['-x', join(fetched, name), UNPACKED]);
  } finally {
    rmSync(fetched, { recursive: true });
  }
  return existsSync(files) ? files : undefined;
};

/** Any address is its own, since each page of the corpus has one; nothing is fetched from or sent to elsewhere. */
const config = (socket: string): string => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']); define('WP_SITEURL', WP_HOME);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** A must-use plugin: no mails, no pictures of people from elsewhere, and the theme that a request asks for. */
const PLUGIN = `<?php
add_filter('pre_wp_mail', '__return_false');
add_filter('pre_option_show_avatars', fn() => '0');
foreach (['template', 'stylesheet'] as $option)
  add_filter("pre_option_$option", fn($value) => $_SERVER['HTTP_X_THEME'] ?? $value);
`;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
}

export const startWordPress = async (lanes: number): Promise<WordPress> => {
  const [files, mariadbd, php] = [findWordPress(), findMariadb(), findPhp()];
  if (!files || !mariadbd || !php) throw new Error('WordPress, MariaDB or PHP is missing');
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const [root, data, socket] = ['site', 'data', 'socket'].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
  cpSync(files, root, { recursive: true, verbatimSymlinks: true });
  mkdirSync(data);
  mkdirSync(join(root, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(join(root, 'wp-config.php'), config(socket));
  writeFileSync(join(root, 'wp-content/mu-plugins/corpus.php'), PLUGIN);

  const children: ChildProcess[] = [];
  const start = (program: string, args: readonly string[], env = {}) =>
    // PHP's server has workers: all of a group are ended.
    children.push(spawn(program, args, { cwd: root, stdio: 'ignore', detached: true, env: { ...process.env, ...env } })); // prettier-ignore
  const close = async () => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  const port = await freePort();
  const host = `127.0.0.1:${port}`;

  const call = (path: string, headers: Record<string, string>, body?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const request = ask(`http://${host}${path}`, { method, headers: { host, ...headers } }, (answer) => {
        answer.setEncoding('utf8');
        let text = '';
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text,
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const logIn = (as: string, to: string, theme: Record<string, string> = {}) =>
    call('/wp-login.php', { ...form, ...theme, host: as, cookie: 'wordpress_test_cookie=WP%20Cookie%20check' }, String(new URLSearchParams({ log: OWNER, pwd: PASSWORD, redirect_to: to, testcookie: '1' }))); // prettier-ignore

  try {
    const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
    // Without grant tables it needs no installation, and is open to nobody but this socket.
    start(mariadbd, ['--no-defaults', ...asRoot, `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M']); // prettier-ignore
    const create = `exit((new mysqli('localhost', 'root', '', '', 0, $argv[1]))->query('CREATE DATABASE wordpress') ? 0 : 1);`;
    const isThere = () => spawnSync(php, ['-r', create, socket], { stdio: 'ignore' }).status === 0;
    if (!(await until(isThere, START_MS))) throw new Error('MariaDB does not start');
    start(php, ['-S', host, '-t', root], { PHP_CLI_SERVER_WORKERS: '4' });
    const answers = () => call('/readme.html', {}).then(({ status }) => status === 200, () => false); // prettier-ignore
    if (!(await until(answers, START_MS))) throw new Error("PHP's server does not start");
    const installed = await call('/wp-admin/install.php?step=2', form, String(new URLSearchParams({ weblog_title: 'A shop', user_name: OWNER, admin_password: PASSWORD, admin_password2: PASSWORD, pw_weak: '1', admin_email: 'ane@example.com', blog_public: '1', language: '' }))); // prettier-ignore
    if (!installed.body.includes('Success!'))
      throw new Error(`WordPress does not install: ${installed.body}`);

    const cookie = (await logIn(host, '/')).cookies.map((given) => given.split(';')[0]).join('; ');
    const { body: nonce } = await call('/wp-admin/admin-ajax.php?action=rest-nonce', { cookie });
    const save = async (path: string, content: object): Promise<{ id: number; link: string }> => {
      const headers = { cookie, 'x-wp-nonce': nonce, 'content-type': 'application/json' };
      const saved = await call(`/?rest_route=/wp/v2/${path}`, headers, JSON.stringify(content));
      if (saved.status >= 300) throw new Error(`WordPress does not save: ${saved.body}`);
      return JSON.parse(saved.body) as { id: number; link: string };
    };
    // All of them before any is looked at: themes list the pages of a site.
    const ids: Record<Publication['kind'], number>[] = [];
    for (let lane = 0; lane < lanes; lane++) {
      const blank = { title: `Write to us ${lane + 1}`, status: 'publish', content: '' };
      ids.push({ pages: (await save('pages', blank)).id, posts: (await save('posts', blank)).id });
    }
    return {
      publish: async (lane, { kind, html, isClassic }) => {
        const content = isClassic ? html : `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
        const { link } = await save(`${kind}/${ids[lane]![kind]}`, { content });
        return new URL(link).pathname;
      },
      answer: (request, response, theme) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
        const headers = { ...request.headers, 'x-theme': theme };
        if (pathname === '/log-in') {
          void logIn(request.headers.host ?? host, searchParams.get('to') ?? '/', { 'x-theme': theme }).then(
            ({ cookies }) => {
              response.writeHead(302, {
                'location': searchParams.get('to') ?? '/',
                'set-cookie': [...cookies],
              });
              response.end();
            },
            () => response.destroy(),
          );
          return;
        }
        const { method = 'GET', url = '/' } = request;
        const onward = ask(`http://${host}${url}`, { method, headers, agent: false }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        onward.on('error', () => response.destroy());
        request.pipe(onward);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Ends a process and all that it has started. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
};
