import type { Browser, Tab } from '../../engines/support/browser.js';
import { launchFirefox } from '../../engines/support/firefox.js';
import { launchWebKit } from '../../engines/support/webkit.js';
import { Picture } from '../pictures.js';
import { WINDOW, type HostBrowser, type HostTab } from './browser.js';
import { launchChromium } from './chromium.js';

/** Starts a browser by its name. */
export const launch = async (engine: string): Promise<HostBrowser> => {
  if (engine === 'chromium') return launchChromium();
  if (engine === 'firefox') return hostBrowser('Firefox', await launchFirefox(WINDOW));
  if (engine === 'webkit') return hostBrowser('WebKit', await launchWebKit(WINDOW));
  throw new Error(`No such engine: ${engine}. There are chromium, firefox and webkit.`);
};

const hostBrowser = (name: 'Firefox' | 'WebKit', browser: Browser): HostBrowser => ({
  name,
  version: browser.version,
  runsBefore: browser.runsBefore,
  open: async (before) => hostTab(await browser.open(before)),
  close: () => browser.close(),
});

/** What is thrown is noted in the page itself; frames are not looked into. */
const hostTab = ({ screenshot, ...tab }: Tab): HostTab => ({
  ...tab,
  picture: async (part) => {
    const picture = new Picture(await screenshot());
    return part ? picture.crop(part) : picture;
  },
  thrown: () => [],
  frame: () => undefined,
});
