/** The page's settings by themselves: some bundlers keep the widgets too that `harreman` only offers beside them. */
export { configure, type PageSettings } from './controllers/settings.js';
