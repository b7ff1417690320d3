import type { WebDriver } from 'selenium-webdriver';
import { KEYS, startMiniBrowser } from '../../engines/support/webkit.js';
import { until } from '../looking.js';
import { Picture } from '../pictures.js';
import { callOf, frameBox, WINDOW, type HostBrowser, type HostTab } from './browser.js';

/**
 * Starts WebKitGTK's MiniBrowser. All tabs are windows of one profile, which is kept nowhere; what pages keep in it is
 * told apart by their ports. It can't run anything before a page: the pages bring that themselves.
 */
export const launchWebKit = async (): Promise<HostBrowser> => {
  const { driver, close } = await startMiniBrowser();
  const session = await driver.getCapabilities();
  const first = await driver.getWindowHandle();
  return {
    version: `${session.getBrowserName()} ${session.getBrowserVersion()}`,
    codeInPages: callOf(withoutScrollBars, []),
    // What is round is smoothed anew where it is painted anew, part by part; and the caret blinks, of up to 22 pixels.
    smoothing: { tolerance: 40, stray: 40 },
    open: async () => {
      await driver.switchTo().window(first);
      // A tab that is not in front takes no clicks.
      await driver.switchTo().newWindow('window');
      await fit(driver);
      return tabOf(driver, await driver.getWindowHandle());
    },
    close,
  };
};

const FIT_MS = 20_000;

/** Makes the window so large that its page is as large as in the other browsers. It takes its time, and may be in between. */
const fit = async (driver: WebDriver): Promise<void> => {
  const window = driver.manage().window();
  const isFit = async () => {
    const [width, height] = await driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
    if (width === WINDOW.width && height === WINDOW.height) return true;
    const outer = await window.getRect();
    await window.setRect({
      x: 0,
      y: 0,
      width: outer.width + WINDOW.width - width,
      height: outer.height + WINDOW.height - height,
    });
    return false;
  };
  if (!(await until(isFit, FIT_MS))) throw new Error('The window does not take its size');
};

/** GTK's bars would make the page narrower than in the other browsers. Runs in the page, where the rule is as strong as rules can be. */
const withoutScrollBars = (): void =>
  document.documentElement.style.setProperty('scrollbar-width', 'none', 'important');

/** Makes it paint all of the page at once: painted part by part, curves are smoothed by what changed when. Runs in the page. */
const paintAnew = async (): Promise<void> => {
  const { style } = document.documentElement;
  const frames = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  style.setProperty('will-change', 'opacity', 'important');
  await frames();
  style.removeProperty('will-change');
  await frames();
};

/** A value as JSON, whatever `toJSON` the page has given to its prototypes. Runs in the page. */
const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  for (const key of Object.keys(value)) {
    if (text) text += ',';
    if (!Array.isArray(value)) text += `${JSON.stringify(key)}:`;
    text += textOf((value as Record<string, unknown>)[key]);
  }
  return Array.isArray(value) ? `[${text}]` : `{${text}}`;
};

const tabOf = (driver: WebDriver, handle: string): HostTab => {
  /** The driver after it has turned to this tab. */
  const here = async () => {
    await driver.switchTo().window(handle);
    return driver;
  };
  // Asynchronous, so that a promise is waited for; and any failure as a text of its own. As a text, since the driver takes
  // anything else by the page's own prototypes.
  const evaluate = async <T>(at: WebDriver, call: string): Promise<T> => {
    const told = await at.executeAsyncScript<string>(
      `const done = arguments[arguments.length - 1], textOf = ${textOf.toString()};
       Promise.resolve().then(() => ${call}).then((it) => done('1' + textOf(it)), (error) => done('0' + error));`,
    );
    if (told.startsWith('0')) throw new Error(told.slice(1));
    return JSON.parse(told.slice(1)) as T;
  };
  const click = async (x: number, y: number) => (await here()).actions().move(to(x, y)).click().perform();
  const press = async (text: string) => (await here()).actions().sendKeys(text).perform();
  const to = (x: number, y: number) => ({ x: Math.round(x), y: Math.round(y) });
  return {
    goto: async (url) => (await here()).get(url),
    evaluate: async (run, ...args) => evaluate(await here(), callOf(run, args)),
    type: press,
    press: (key) => press(KEYS[key]),
    click,
    move: async (x, y) => (await here()).actions().move(to(x, y)).perform(),
    picture: async (part) => {
      await evaluate(await here(), callOf(paintAnew, []));
      const picture = new Picture(Buffer.from(await driver.takeScreenshot(), 'base64'));
      return part ? picture.crop(part) : picture;
    },
    thrown: () => [],
    frame: () => {
      const inFrame = async () => {
        await (await here()).switchTo().frame(0);
        return driver;
      };
      const pressInFrame = async (text: string) => (await inFrame()).actions().sendKeys(text).perform();
      return {
        evaluate: async (run, ...args) => evaluate(await inFrame(), callOf(run, args)),
        type: pressInFrame,
        press: (key) => pressInFrame(KEYS[key]),
        click: async (x, y) => {
          const box = await evaluate<ReturnType<typeof frameBox>>(await here(), callOf(frameBox, []));
          await click(x + box.x, y + box.y);
        },
      };
    },
    close: async () => (await here()).close(),
  };
};
