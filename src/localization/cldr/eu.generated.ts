// Written by .build/cldr.mjs from Unicode CLDR 48.2.0 (Unicode License v3). Don't edit.
import type { DateTable } from './date-table.js';

export const eu: DateTable = {
  "months": [
    "urtarrila",
    "otsaila",
    "martxoa",
    "apirila",
    "maiatza",
    "ekaina",
    "uztaila",
    "abuztua",
    "iraila",
    "urria",
    "azaroa",
    "abendua"
  ],
  "weekdays": [
    "astelehena",
    "asteartea",
    "asteazkena",
    "osteguna",
    "ostirala",
    "larunbata",
    "igandea"
  ],
  "shortWeekdays": [
    "al.",
    "ar.",
    "az.",
    "og.",
    "or.",
    "lr.",
    "ig."
  ],
  "patterns": {
    "long": "{yko} {MMMM}ren {da}",
    "weekday": "{yko} {MMMM}ren {da}, {EEEE}",
    "short": "{y}/{M}/{d}",
    "time": "{HH}:{mm}",
    "dateTime": "{date} ({time})"
  }
};
