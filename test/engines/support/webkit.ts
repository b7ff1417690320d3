import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { findMiniBrowser, findWebKitDriver, findXvfb } from '../../../.build/browsers.mjs';
import type { Browser, Tab } from './browser.js';
import { freePort } from './site.js';

const RECT = { x: 0, y: 0, width: 900, height: 1000 };

/** Starts WebKitGTK's MiniBrowser on a screen that nobody sees, driven by WebDriver; `close` ends all of it. */
export const startMiniBrowser = async (): Promise<{ driver: WebDriver; close: () => Promise<void> }> => {
  const found = {
    'Xvfb': findXvfb(),
    'WebKitWebDriver': findWebKitDriver(),
    "WebKitGTK's MiniBrowser": findMiniBrowser(),
  };
  const missing = Object.entries(found).filter(([, path]) => !path);
  if (missing.length)
    throw new Error(
      `Missing: ${missing.map(([name]) => name).join(', ')}. Install webkit2gtk-driver and xvfb.`,
    );
  const [xvfb, driverProgram, miniBrowser] = Object.values(found) as [string, string, string];

  const children: ChildProcess[] = [];
  const settings = mkdtempSync(join(tmpdir(), 'webkit-'));
  const close = async () => {
    await Promise.all(children.reverse().map(end));
    rmSync(settings, { recursive: true, force: true });
  };
  try {
    // Bars that lie on what they scroll come and go with the pointer: whether a picture has them would be chance.
    for (const version of ['gtk-3.0', 'gtk-4.0']) {
      mkdirSync(join(settings, version));
      writeFileSync(join(settings, version, 'settings.ini'), '[Settings]\ngtk-overlay-scrolling=0\n');
    }
    const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1600x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(screen);
    const display = await firstLine(screen);
    const port = await freePort();
    const server = spawn(driverProgram, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        GDK_BACKEND: 'x11',
        XDG_CONFIG_HOME: settings,
        LANGUAGE: 'en',
        LANG: 'C.UTF-8',
      },
    });
    children.push(server);
    await listening(port, server);

    const capabilities = new Capabilities({
      'browserName': 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    });
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities)
      .build();
    return {
      driver,
      close: async () => {
        await driver.quit();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The same as a browser of the tests of the engines. */
export const launchWebKit = async (): Promise<Browser> => {
  const { driver, close } = await startMiniBrowser();
  await driver.manage().window().setRect(RECT);
  const session = await driver.getCapabilities();
  const first = await driver.getWindowHandle();
  return {
    version: `${session.getBrowserName()} ${session.getBrowserVersion()}`,
    tab: tabOf(driver, first),
    open: async () => {
      // From a window that is there: the last one that was used may be closed.
      await driver.switchTo().window(first);
      // MiniBrowser does not bring a new tab to the front, and one that is hidden takes no clicks.
      await driver.switchTo().newWindow('window');
      await driver.manage().window().setRect(RECT);
      return tabOf(driver, await driver.getWindowHandle());
    },
    close,
  };
};

export const KEYS = {
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Space: Key.SPACE,
  Backspace: Key.BACK_SPACE,
  Escape: Key.ESCAPE,
};

const tabOf = (driver: WebDriver, handle: string): Tab => {
  /** The driver after it has turned to this tab. */
  const here = async () => {
    await driver.switchTo().window(handle);
    return driver;
  };
  const press = async (text: string) => (await here()).actions().sendKeys(text).perform();
  return {
    goto: async (url) => (await here()).get(url),
    // Asynchronous, so that a promise is waited for.
    evaluate: async (run, ...args) =>
      (await here()).executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve((${run.toString()})(...[...arguments].slice(0, -1))).then(done);`,
        ...args,
      ),
    type: press,
    press: (key) => press(KEYS[key]),
    click: async (x, y) =>
      (await here())
        .actions()
        .move({ x: Math.round(x), y: Math.round(y) })
        .click()
        .perform(),
    close: async () => (await here()).close(),
  };
};

/** The first line that a program writes: Xvfb tells the display that it has found free. */
const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });

/** Waits until a WebDriver server answers. */
const listening = async (port: number, server: ChildProcess): Promise<void> => {
  let failure: Error | undefined;
  server.on('error', (error) => (failure = error));
  server.on('exit', (code) => (failure = new Error(`WebKitWebDriver ended with ${code}`)));
  const deadline = Date.now() + 20_000;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (failure) throw failure;
    if (Date.now() > deadline) throw new Error('WebKitWebDriver did not answer within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
};
