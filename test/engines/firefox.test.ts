import { launchFirefox } from './support/firefox.js';
import { describeEngine } from './support/scenarios.js';

describeEngine('Firefox', launchFirefox);
