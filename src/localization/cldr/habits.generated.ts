// Written by .build/cldr.mjs from Unicode CLDR 48.2.0 (Unicode License v3). Don't edit.
import type { Locale } from '../locale.js';

export const habits: Readonly<Record<Locale, { readonly firstDayOfWeek: number; readonly hourCycle: 'h12' | 'h23' }>> = {
  "eu": {
    "firstDayOfWeek": 1,
    "hourCycle": "h23"
  },
  "ka": {
    "firstDayOfWeek": 1,
    "hourCycle": "h23"
  },
  "lv": {
    "firstDayOfWeek": 1,
    "hourCycle": "h23"
  },
  "en": {
    "firstDayOfWeek": 7,
    "hourCycle": "h12"
  },
  "es": {
    "firstDayOfWeek": 1,
    "hourCycle": "h23"
  },
  "fr": {
    "firstDayOfWeek": 1,
    "hourCycle": "h23"
  },
  "de": {
    "firstDayOfWeek": 1,
    "hourCycle": "h23"
  }
};
