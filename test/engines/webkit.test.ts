import { describeEngine } from './support/scenarios.js';
import { launchWebKit } from './support/webkit.js';

describeEngine('WebKit', launchWebKit);
