import type { PropertyDeclarations } from 'lit';
import type { Localization } from '../../localization/localization.js';
import { scales, scoresOf, type SurveyLook, type SurveyPreset } from '../../submission/survey-scales.js';
import { TemplateWidget } from '../../ui/template-widget.js';
import type { Link } from './link.js';
import type { ScaleView } from './scale-view.js';
import { presetOf, scoreQuestion } from './score-question.js';

/** What an owner says of a survey, and what follows from that alone. */
export abstract class SurveySettings extends TemplateWidget<'satisfaction-survey'> {
  static override properties: PropertyDeclarations = {
    survey: {},
    ask: {},
    look: {},
    question: {},
    paged: { type: Boolean },
    anonymous: { type: Boolean },
    lowScore: { attribute: 'low-score' },
    highScore: { attribute: 'high-score' },
    reviewUrl: { attribute: 'review-url' },
    shareUrl: { attribute: 'share-url' },
    openOn: { attribute: 'open-on' },
    afterConsent: { type: Boolean, attribute: 'after-consent' },
    every: {},
  };

  /** Which survey it is, in the link of an invitation and in what is sent. */
  survey: string | undefined;
  /** What is asked: `csat` (satisfaction), `nps`, `ces` (effort), `expectation`, `recommend` (as `nps`, more plainly), or `none`, where there are only questions of the owner's. */
  ask: SurveyPreset | 'none' = 'csat';
  /** How the answers look: `faces`, `stars` (both of `csat` and `expectation`), `numbers` or `words`. Default: the question's own. */
  look: SurveyLook | undefined;
  /** The question in the owner's words. */
  question: string | undefined;
  /** One question at a time. */
  paged = false;
  /** Who was invited is not sent along, and the visitor is told so. */
  anonymous = false;
  /** The highest score after which `slot="low-score"` is shown. Default: `csat` and `expectation` 2, `nps` 6, `ces` 3. */
  lowScore: string | undefined;
  /** The lowest score after which `slot="high-score"` is shown. Default: `csat` and `expectation` 4, `nps` 9, `ces` 5. */
  highScore: string | undefined;
  /** Address where a review can be written, offered after a high score: an http(s) URL. */
  reviewUrl: string | undefined;
  /** Address to share after a high score: an http(s) URL, or empty for the page's own. */
  shareUrl: string | undefined;
  /** Shows it in a panel: on `exit`, at `scroll:60` (per cent of the page), after `delay:20s`, or when what matches a CSS selector is clicked. */
  openOn: string | undefined;
  /** Doesn't open by itself until {@link allow} is called, or this is taken away. */
  afterConsent = false;
  /** Asks nobody twice within that time: `90d`, `12h`, `2w`. Default with `open-on`: 90 days. */
  every: string | undefined;

  /** @internal The link of an invitation that led here. */
  link: Link | undefined;

  /** @internal What is asked on a scale, if anything is. */
  get preset(): SurveyPreset | undefined {
    return presetOf(this);
  }

  /** @internal The score that the link of an invitation stands for, where the survey has it. */
  get linkedScore(): string | undefined {
    const { link, preset } = this;
    return (
      preset &&
      scoresOf(scales[preset])
        .map(String)
        .find((score) => score === link?.score)
    );
  }

  /** @internal The question on a scale. */
  scale(words: Localization<'satisfaction-survey'>, preset: SurveyPreset, value: string): ScaleView {
    return scoreQuestion(this, preset, words, value);
  }
}
