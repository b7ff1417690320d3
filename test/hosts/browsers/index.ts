import type { HostBrowser } from './browser.js';
import { launchChromium } from './chromium.js';
import { launchFirefox } from './firefox.js';
import { launchWebKit } from './webkit.js';

/** The browsers by name, and in how many tabs of each pages are looked at side by side: where only the one in front is clicked, in one. */
export const browsers: Readonly<Record<string, { launch(): Promise<HostBrowser>; lanes: number }>> = {
  chromium: { launch: launchChromium, lanes: 2 },
  firefox: { launch: launchFirefox, lanes: 2 },
  webkit: { launch: launchWebKit, lanes: 1 },
};
