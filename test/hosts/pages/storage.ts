import { brokenStorage } from '../../e2e/support/broken-storage.js';
import type { HostPage } from '../host-page.js';

const breakage = (name: string): string => `<script>(${brokenStorage[name]!.toString()})();</script>`;
const refuse = (name: string): string =>
  `Object.defineProperty(window, '${name}', { configurable: true, get: function () { throw new DOMException('refused', 'SecurityError'); } });`;

/** Browsers and settings in which nothing may be kept. */
export const storage: readonly HostPage[] = [
  {
    name: 'storage that is refused',
    about: 'Cookies blocked: each access throws.',
    head: `<script>${refuse('localStorage')}${refuse('sessionStorage')}${refuse('indexedDB')}${refuse('caches')}</script>`,
    sign: () => {
      try {
        return !localStorage;
      } catch {
        return true;
      }
    },
  },
  {
    name: 'a database that never opens',
    about: 'A request that is never answered.',
    head: breakage('never opens'),
    sign: () => typeof indexedDB === 'object',
  },
  {
    name: 'a database that is full',
    about: 'No room is left on the device.',
    head: breakage('is full when written to'),
    sign: () => typeof indexedDB === 'object',
  },
  {
    name: 'an old browser',
    about:
      'What came after the oldest browsers that the README names: no newer methods, scheduling and sanitizing; and no locks, no channels.',
    head: `<script>delete Navigator.prototype.locks; delete window.BroadcastChannel; delete Crypto.prototype.randomUUID; delete window.structuredClone;
      delete Array.prototype.toSorted; delete Object.groupBy; delete window.CookieStore; delete window.Sanitizer; delete Element.prototype.setHTML;
      delete AbortSignal.timeout; delete AbortSignal.any; delete Promise.withResolvers; delete window.requestIdleCallback; delete window.scheduler;</script>`,
    sign: () => !('structuredClone' in window),
  },
];
