import { checkEndpoint } from '../endpoint.js';
import { appsScript } from './apps-script.js';
import { form } from './form.js';
import { formspree } from './formspree.js';
import { harreman } from './harreman.js';
import { json } from './json.js';
import { netlify } from './netlify.js';
import type { Profile } from './profile.js';
import { text } from './text.js';
import { web3forms } from './web3forms.js';

export type { Profile, ProfileName } from './profile.js';

const profiles: readonly Profile[] = [json, form, text, formspree, web3forms, netlify, appsScript, harreman];

/**
 * The profile that the owner named, else the one that knows the endpoint by its address, else `json`, which
 * also stands in for a name or an endpoint that is wrong.
 */
export function profileFor(
  name: string | null | undefined,
  endpoint: string,
  pageUrl = location.href,
): Profile {
  if (name) return named(name) ?? json;
  const url = checkEndpoint(endpoint, pageUrl);
  if (typeof url === 'string') return json;
  return profiles.find(({ picks }) => picks?.(url, new URL(pageUrl))) ?? json;
}

/** What is wrong with a `profile` attribute: a sentence for the owner. */
export function checkProfileName(name: string | null | undefined): string | undefined {
  if (!name || named(name)) return undefined;
  return `profile="${name.slice(0, 100)}" is not one of: ${profiles.map((profile) => profile.name).join(', ')}`;
}

function named(name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name.trim().toLowerCase());
}
