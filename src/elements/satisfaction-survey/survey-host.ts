import type { Field } from '../../controllers/field.js';
import type { Localization } from '../../localization/localization.js';
import type { SurveyPreset } from '../../submission/survey-scales.js';
import type { EngineHost } from '../../ui/engine-host.js';
import type { EndHost } from './end-view.js';
import type { Link } from './link.js';
import type { ScaleView } from './scale-view.js';
import type { ThrottledHost } from './throttle.js';

type Words = Localization<'satisfaction-survey'>;

/** The element that the engine works for. */
export interface SurveyHost extends EngineHost, EndHost, ThrottledHost {
  fields: readonly Field[];
  regarding: string | undefined;
  touched: boolean;
  readonly language: { readonly current: Words | undefined };
  readonly preset: SurveyPreset | undefined;
  readonly paged: boolean;
  readonly anonymous: boolean;
  link: Link | undefined;
  readonly linkedScore: string | undefined;
  readonly wantsConsent: boolean;
  readonly shadowRoot: ShadowRoot | null;
  scale(words: Words, preset: SurveyPreset, value: string): ScaleView;
}
