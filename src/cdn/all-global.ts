import { claimGlobal, runningScript } from './page-global.js';

claimGlobal(runningScript(), (tag) =>
  customElements.get(tag)
    ? Promise.resolve()
    : Promise.reject(new TypeError(`harreman: there is no <${tag}>`)),
);
