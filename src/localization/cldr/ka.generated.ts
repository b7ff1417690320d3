// Written by .build/cldr.mjs from Unicode CLDR 48.2.0 (Unicode License v3). Don't edit.
import type { DateTable } from './date-table.js';

export const ka: DateTable = {
  "months": [
    "იანვარი",
    "თებერვალი",
    "მარტი",
    "აპრილი",
    "მაისი",
    "ივნისი",
    "ივლისი",
    "აგვისტო",
    "სექტემბერი",
    "ოქტომბერი",
    "ნოემბერი",
    "დეკემბერი"
  ],
  "weekdays": [
    "ორშაბათი",
    "სამშაბათი",
    "ოთხშაბათი",
    "ხუთშაბათი",
    "პარასკევი",
    "შაბათი",
    "კვირა"
  ],
  "shortWeekdays": [
    "ორშ",
    "სამ",
    "ოთხ",
    "ხუთ",
    "პარ",
    "შაბ",
    "კვი"
  ],
  "patterns": {
    "long": "{d} {MMMM}, {y}",
    "weekday": "{EEEE}, {d} {MMMM}, {y}",
    "short": "{d}.{M}.{y}",
    "time": "{HH}:{mm}",
    "dateTime": "{date}, {time}"
  }
};
