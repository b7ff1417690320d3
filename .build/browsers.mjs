/**
 * The programs that the tests need and npm does not bring: finds them, and on Debian as root installs what lacks.
 *
 *     node .build/browsers.mjs              Chromium, and a Georgian font where apt-get is at hand
 *     node .build/browsers.mjs --engines    Firefox and WebKitGTK with its driver as well
 *     node .build/browsers.mjs --postgres   the server programs of PostgreSQL as well
 *     node .build/browsers.mjs --php        PHP as well
 *     node .build/browsers.mjs --hosts      libraries of host pages that npm has not as well
 *     node .build/browsers.mjs --wordpress  what WordPress runs on as well: MariaDB, PHP and what joins them
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwrightChromium } from '@playwright/test';

/** The first of these commands on PATH. */
function onPath(...commands) {
  const names = process.platform === 'win32' ? commands.map((command) => `${command}.exe`) : commands;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return firstExecutable(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

function firstExecutable(paths) {
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** `parent/<any>/rest`, the newest version first. */
function inEachFolder(parent, rest) {
  const names = existsSync(parent) ? readdirSync(parent).sort().reverse() : [];
  return firstExecutable(names.map((name) => join(parent, name, rest)));
}

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(Boolean);

/** Chromium without windows. Debian's command is a script that stays in between. */
const findHeadlessShell = () =>
  firstExecutable(['/usr/lib/chromium/chromium-headless-shell']) ??
  onPath('chromium-headless-shell', 'chrome-headless-shell');

/** @returns {string | undefined} the path of an installed Chromium or Chrome that can have windows */
export const findWholeChromium = () =>
  process.env.CHROME_PATH ??
  onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome') ??
  firstExecutable([
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programFiles.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    playwrightChromium.executablePath(),
  ]);

/**
 * The shell comes first: a whole browser, though headless, makes a window with all its trimmings for each test, which
 * takes longer than most tests do.
 * @returns {string | undefined} the path of an installed Chromium or Chrome
 */
export const findChromium = () => process.env.CHROME_PATH ?? findHeadlessShell() ?? findWholeChromium();

/** @returns {string | undefined} the path of an installed Firefox */
export function findFirefox() {
  return (
    process.env.FIREFOX_PATH ??
    onPath('firefox-esr', 'firefox') ??
    firstExecutable([
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ])
  );
}

/** @returns {string | undefined} the WebDriver server of WebKitGTK */
export const findWebKitDriver = () => onPath('WebKitWebDriver');

/** @returns {string | undefined} the browser that WebKitGTK's driver starts */
export const findMiniBrowser = () => inEachFolder('/usr/lib', 'webkit2gtk-4.1/MiniBrowser');

/** @returns {string | undefined} the X server without a screen, for the browsers that know no headless mode */
export const findXvfb = () => onPath('Xvfb');

/** @returns {string | undefined} the folder of PostgreSQL's `initdb` and `postgres` */
export function findPostgres() {
  const server = onPath('postgres') ?? inEachFolder('/usr/lib/postgresql', 'bin/postgres');
  return server?.replace(/postgres(\.exe)?$/, '');
}

/** @returns {string | undefined} the path of an installed PHP that runs from a command line */
export const findPhp = () => onPath('php');

/** @returns {string | undefined} the server program of MariaDB */
export const findMariadb = () => onPath('mariadbd') ?? firstExecutable(['/usr/sbin/mariadbd']);

/** Whether PHP speaks to MariaDB. */
const findMysqli = () => {
  const php = findPhp();
  return php && spawnSync(php, ['-m'], { encoding: 'utf8' }).stdout.includes('mysqli');
};

/** A library of Debian's `libjs-*`. */
const findLibrary = (name) => () => [`/usr/share/javascript/${name}`].find((path) => existsSync(path));

const findGeorgianFont = () =>
  ['/usr/share/fonts/truetype/noto/NotoSansGeorgian-Regular.ttf'].find((path) => existsSync(path));

/** Flags for Chromium: no calls home; and no sandbox for root, which Chromium refuses to run otherwise. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const needs = {
  chromium: {
    find: findWholeChromium,
    debian: 'chromium',
    otherwise:
      'install Chrome or Chromium (`npx playwright install chromium` also does), or set CHROME_PATH to one',
  },
  headlessShell: { find: findHeadlessShell, debian: 'chromium-headless-shell', optional: true },
  font: { find: findGeorgianFont, debian: 'fonts-noto-core', optional: true },
  firefox: {
    find: findFirefox,
    debian: 'firefox-esr',
    otherwise: 'install Firefox, or set FIREFOX_PATH',
    only: 'engines',
  },
  webkitDriver: {
    find: findWebKitDriver,
    debian: 'webkit2gtk-driver',
    otherwise: "install WebKitGTK's WebKitWebDriver",
    only: 'engines',
  },
  miniBrowser: {
    find: findMiniBrowser,
    debian: 'libwebkit2gtk-4.1-0',
    otherwise: "install WebKitGTK 4.1's MiniBrowser",
    only: 'engines',
  },
  xvfb: { find: findXvfb, debian: 'xvfb', otherwise: 'install Xvfb', only: 'engines' },
  postgres: {
    find: findPostgres,
    debian: 'postgresql',
    otherwise: 'install PostgreSQL so that `postgres` is on PATH',
    only: 'postgres',
  },
  php: { find: findPhp, debian: 'php-cli', otherwise: 'install PHP so that `php` is on PATH', only: 'php' },
  mariadb: { find: findMariadb, debian: 'mariadb-server-core', optional: true, only: 'wordpress' },
  phpOfWordPress: { find: findPhp, debian: 'php-cli', optional: true, only: 'wordpress' },
  mysqli: { find: findMysqli, debian: 'php-mysql', optional: true, only: 'wordpress' },
  prototype: { find: findLibrary('prototype'), debian: 'libjs-prototype', optional: true, only: 'hosts' },
  scriptaculous: {
    find: findLibrary('scriptaculous'),
    debian: 'libjs-scriptaculous',
    optional: true,
    only: 'hosts',
  },
  mootools: { find: findLibrary('mootools'), debian: 'libjs-mootools', optional: true, only: 'hosts' },
};

const packagesOf = (some) => some.map(({ debian }) => debian);

/**
 * Makes sure of the programs, or tells what to install.
 * @param {{ engines?: boolean, postgres?: boolean, php?: boolean, hosts?: boolean, wordpress?: boolean }} wanted
 * @returns {string | undefined} one line that says what to install, if something is missing
 */
export function ensurePrograms(wanted = {}) {
  const missing = () =>
    Object.values(needs).filter((need) => (!need.only || wanted[need.only]) && !need.find());
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get');
  if (missing().length > 0 && isDebianRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const aptGet = (...args) =>
      spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
    const install = (...packages) => {
      console.log(`Installing ${packages.join(', ')}`);
      // Without waiting for the disk after each file: what is for tests can be fetched again.
      const options = ['--yes', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-unsafe-io'];
      return aptGet('install', ...options, ...packages);
    };
    aptGet('update');
    // All at once is quicker; but a package that this version of Debian lacks keeps the others from coming.
    if (!install(...packagesOf(missing()))) {
      const required = packagesOf(missing().filter(({ optional }) => !optional));
      if (required.length > 0) install(...required);
      for (const name of packagesOf(missing())) install(name);
    }
  }
  const stillMissing = missing().filter((need) => !need.optional);
  return stillMissing.length > 0
    ? `Missing: ${stillMissing.map((need) => need.otherwise).join('; ')}.`
    : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problem = ensurePrograms({
    engines: process.argv.includes('--engines'),
    postgres: process.argv.includes('--postgres'),
    php: process.argv.includes('--php'),
    hosts: process.argv.includes('--hosts'),
    wordpress: process.argv.includes('--wordpress'),
  });
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  } else {
    console.log(`Chromium: ${findChromium()}`);
  }
}
