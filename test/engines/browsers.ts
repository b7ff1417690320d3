import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import { Browser as BrowserName, Builder, Capabilities, Key } from 'selenium-webdriver';
import { findFirefox, findMiniBrowser, findWebKitDriver, findXvfb } from '../../.build/browsers.mjs';

/** A real browser, as far as the tests need one: pages, scripts in them, and true key strokes. */
export interface Engine {
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run<T>(body: string): Promise<T>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'Tab' | 'Space'): Promise<void>;
  close(): Promise<void>;
}

const missing = (what: string): never => {
  throw new Error(`${what} is not installed: node .build/browsers.mjs --engines`);
};

/** The stock Firefox, over WebDriver BiDi. */
export const startFirefox = async (): Promise<Engine> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? missing('Firefox'),
    headless: true,
  });
  const page = await browser.newPage();
  return {
    open: async (url) => {
      await page.goto(url);
    },
    run: <T>(body: string) => page.evaluate(`(() => {${body}})()`) as Promise<T>,
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    close: () => browser.close(),
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A display of its own, since WebKitGTK's MiniBrowser wants one. */
const startDisplay = async (): Promise<{ display: string; process: ChildProcess }> => {
  const program = findXvfb() ?? missing('Xvfb');
  for (let number = 90; number < 200; number++) {
    if (existsSync(`/tmp/.X11-unix/X${number}`)) continue;
    const process = spawn(program, [`:${number}`, '-screen', '0', '1280x1024x24'], { stdio: 'ignore' });
    const started = Date.now();
    while (
      !existsSync(`/tmp/.X11-unix/X${number}`) &&
      process.exitCode === null &&
      Date.now() - started < 10_000
    ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (process.exitCode === null) return { display: `:${number}`, process };
  }
  throw new Error('Xvfb found no free display');
};

/** WebKitGTK through its own WebDriver server. */
export const startWebKit = async (): Promise<Engine> => {
  const { display, process: xvfb } = await startDisplay();
  const port = await freePort();
  const driver = spawn(
    findWebKitDriver() ?? missing('WebKitWebDriver'),
    [`--port=${port}`, '--host=127.0.0.1'],
    {
      stdio: 'ignore',
      // Root has no sandbox, and a virtual display no graphics card.
      env: {
        ...process.env,
        DISPLAY: display,
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    },
  );
  const stop = (): void => {
    driver.kill();
    xvfb.kill();
  };
  try {
    const capabilities = new Capabilities({
      'browserName': 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: findMiniBrowser() ?? missing('MiniBrowser'),
        args: ['--automation'],
      },
    });
    const server = `http://127.0.0.1:${port}`;
    await answers(server);
    const session = await new Builder()
      .usingServer(server)
      .disableEnvironmentOverrides()
      .forBrowser(BrowserName.SAFARI)
      .withCapabilities(capabilities)
      .build();
    const keys = { Enter: Key.ENTER, Tab: Key.TAB, Space: Key.SPACE };
    return {
      open: (url) => session.get(url),
      run: <T>(body: string) => session.executeScript<T>(body),
      type: (text) => session.actions().sendKeys(text).perform(),
      press: (key) => session.actions().sendKeys(keys[key]).perform(),
      close: async () => {
        await session.quit().catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
};

const answers = async (server: string): Promise<void> => {
  for (const started = Date.now(); ;) {
    try {
      await fetch(`${server}/status`);
      return;
    } catch (error) {
      if (Date.now() - started > 15_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};
