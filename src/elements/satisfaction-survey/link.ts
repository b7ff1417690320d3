import { onServer } from '../../controllers/on-server.js';
import { takeSurveyParameters, type SurveyParameters } from '../../submission/survey-link.js';

/** The link of an invitation that led here. */
export interface Link extends SurveyParameters {
  /** Resolves at the first sign of a person. */
  readonly person: Promise<void>;
  /** The `submission_id` under which its answer has left, if it has. */
  readonly sent?: string;
}

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'pointermove'];
const PASSIVELY = { capture: true, passive: true } as const;

/**
 * Resolves once somebody touches, presses a key, turns a wheel, or moves a pointer.
 *
 * That is all that tells a person from a program which scans mail: those load the page, run its scripts, wait, scroll and
 * take pictures, and a browser without a window says all the while that it is visible and has the focus. So time counts
 * for nothing, nor do `scroll` events, `document.hasFocus()`, or `navigator.userActivation`, which a script that is run
 * from outside raises. What counts are events that the browser made from an input device (`isTrusted`). A pointer must
 * have been in two places: one that is parked over a window is told of where it stands.
 */
const personSeen = (): Promise<void> =>
  new Promise((resolve) => {
    const places = new Set<string>();
    const hear = (event: Event): void => {
      const { isTrusted, type, screenX, screenY } = event as PointerEvent;
      if (!isTrusted || (type === 'pointermove' && places.add(`${screenX} ${screenY}`).size < 2)) return;
      for (const sign of SIGNS) removeEventListener(sign, hear, PASSIVELY);
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, hear, PASSIVELY);
  });

let link: Link | undefined;

/**
 * Takes the personal parameters out of the address as soon as there is anything to take them. By the page's own
 * `replaceState` first, so that a router which has put itself in front of it knows; by the browser's where that fails.
 */
export const takeLink = (): void => {
  if (onServer) return;
  const { search, parameters } = takeSurveyParameters(location.search);
  if (!parameters) return;
  // A router that had read the address before may write it again; another link may lead to the same document.
  if (!link) addEventListener('load', takeLink, { once: true });
  const isKnown = link?.survey === parameters.survey && link.score === parameters.score && link.respondent === parameters.respondent;
  if (!isKnown) link = { ...parameters, person: personSeen() };
  // Absolute: a relative one would follow the page's `<base>`.
  const address = location.href.replace(location.search, () => search);
  for (const { replaceState } of [history, History.prototype]) {
    try {
      if (takeSurveyParameters(location.search).parameters) replaceState.call(history, history.state, '', address);
    } catch {
      // A sandboxed frame may not change its address.
    }
  }
}; // prettier-ignore

/** The link of an invitation to this survey; any survey's where it has no name. */
export const linkTo = (survey: string | undefined): Link | undefined =>
  link && (!survey || link.survey === survey) ? link : undefined;
