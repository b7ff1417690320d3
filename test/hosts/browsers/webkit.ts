import type { WebDriver } from 'selenium-webdriver';
import { KEYS, startMiniBrowser } from '../../engines/support/webkit.js';
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
    needsCodeInPages: true,
    // What is round is smoothed anew where it is painted anew, part by part; and the caret blinks, of up to 22 pixels.
    smoothing: { tolerance: 40, stray: 30 },
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

/** Makes the window so large that its page is as large as in the other browsers. */
const fit = async (driver: WebDriver): Promise<void> => {
  const window = driver.manage().window();
  await window.setRect({ x: 0, y: 0, ...WINDOW });
  const [width, height] = await driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  await window.setRect({
    x: 0,
    y: 0,
    width: 2 * WINDOW.width - width,
    height: 2 * WINDOW.height - height,
  });
};

const tabOf = (driver: WebDriver, handle: string): HostTab => {
  /** The driver after it has turned to this tab. */
  const here = async () => {
    await driver.switchTo().window(handle);
    return driver;
  };
  // Asynchronous, so that a promise is waited for; and any failure as a text of its own.
  const evaluate = async <T>(at: WebDriver, call: string): Promise<T> => {
    const [failure, value] = await at.executeAsyncScript<[string | null, T]>(
      `const done = arguments[arguments.length - 1];
       Promise.resolve().then(() => ${call}).then((it) => done([null, it]), (error) => done([String(error), null]));`,
    );
    if (failure !== null) throw new Error(failure);
    return value;
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
      const picture = new Picture(Buffer.from(await (await here()).takeScreenshot(), 'base64'));
      return part ? picture.crop(part) : picture;
    },
    thrown: () => [],
    frame: () => ({
      evaluate: async (run, ...args) => {
        await (await here()).switchTo().frame(0);
        return evaluate(driver, callOf(run, args));
      },
      click: async (x, y) => {
        const box = await evaluate<ReturnType<typeof frameBox>>(await here(), callOf(frameBox, []));
        await click(x + box.x, y + box.y);
      },
    }),
    close: async () => (await here()).close(),
  };
};
