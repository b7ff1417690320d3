import type { DefinitionController } from '../controllers/definition-controller.js';
import { pageSettings } from '../controllers/settings.js';

export interface TargetHost extends HTMLElement {
  readonly light: DefinitionController;
  readonly endpoint?: string | null | undefined;
  readonly profile?: string | null | undefined;
}

/** Where submissions go, and how. */
export interface Target {
  readonly endpoint: string;
  readonly profile: string | undefined;
  /** The profile for a host that none is known for. */
  readonly fallback: string;
}

/** The element's own word, else the form that was taken over, else the page's settings. */
export const targetOf = ({ light, endpoint, profile }: TargetHost): Target => {
  const own = profile ?? undefined;
  const page = pageSettings();
  const { form } = light.current;
  if (typeof endpoint === 'string') return { endpoint, profile: own, fallback: 'json' };
  if (!form) return { endpoint: page.endpoint ?? '', profile: own ?? page.profile, fallback: 'json' };
  // The page's profile is about the page's endpoint; a form may go there too.
  const same = page.endpoint !== undefined && new URL(page.endpoint, location.href).href === form.action;
  return {
    endpoint: form.action,
    profile: own ?? form.profile ?? (same ? page.profile : undefined),
    fallback: 'form',
  };
};
