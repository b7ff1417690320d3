import { claimGlobal, runningScript } from './page-global.js';

claimGlobal(runningScript(), async (tag) => {
  if (!customElements.get(tag)) throw new TypeError(`harreman: there is no <${tag}>`);
});
