import { assert } from '@open-wc/testing';
import type { DateFormatter } from '../../src/localization/dates.js';
import { timeText } from '../../src/ui/form-screens.js';
import { loadDates } from '../../src/localization/dates.js';
import { fileSize } from '../../src/localization/file-size.js';
import { Localization } from '../../src/localization/localization.js';
import { loadLater, loadMessages } from '../../src/localization/registry.js';
import { contactFormWords } from '../../src/localization/widgets/contact-form.js';

/** 3 November 2026, a Tuesday, 00:05 in Tbilisi. */
const INSTANT = new Date('2026-11-02T20:05:00Z');

const everyName = (dates: DateFormatter) => ({
  months: Array.from({ length: 12 }, (_, index) => dates.monthName(index + 1)).join(' '),
  weekdays: Array.from({ length: 7 }, (_, index) => dates.weekdayName(index + 1, 'long')).join(' '),
  short: Array.from({ length: 7 }, (_, index) => dates.weekdayName(index + 1, 'short')).join(' '),
});

// Chromium has no Basque and no Georgian data: there `Intl` alone would write English.
describe('a browser without the data of the language', () => {
  it('writes Basque dates in Basque', async () => {
    const eu = await loadDates('eu');
    assert.equal(eu.date(INSTANT, 'weekday', 'Asia/Tbilisi'), '2026ko azaroaren 3a, asteartea');
    assert.equal(eu.date(INSTANT, 'short', 'Asia/Tbilisi'), '2026/11/3');
    assert.equal(eu.dateTime(INSTANT, 'Asia/Tbilisi'), '2026ko azaroaren 3a (00:05)');
    assert.deepEqual(everyName(eu), {
      months: 'urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua',
      weekdays: 'astelehena asteartea asteazkena osteguna ostirala larunbata igandea',
      short: 'al. ar. az. og. or. lr. ig.',
    });
  });

  it('writes Georgian dates in Georgian', async () => {
    const ka = await loadDates('ka');
    assert.equal(ka.date(INSTANT, 'weekday', 'Asia/Tbilisi'), 'სამშაბათი, 3 ნოემბერი, 2026');
    assert.equal(ka.date(INSTANT, 'short', 'Asia/Tbilisi'), '3.11.2026');
    assert.equal(ka.dateTime(INSTANT, 'Asia/Tbilisi'), '3 ნოემბერი, 2026, 00:05');
    assert.deepEqual(everyName(ka), {
      months:
        'იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი',
      weekdays: 'ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა',
      short: 'ორშ სამ ოთხ ხუთ პარ შაბ კვი',
    });
  });

  it('keeps the Latvian weekday small in a date and capital alone', async () => {
    const lv = await loadDates('lv');
    assert.equal(lv.date(INSTANT, 'weekday', 'Asia/Tbilisi'), 'otrdiena, 2026. gada 3. novembris');
    assert.equal(lv.weekdayName(2, 'long'), 'Otrdiena');
  });

  it('writes Basque and Georgian numbers and plurals in their own way', async () => {
    const eu = new Localization('eu', {
      ...(await loadMessages('eu', contactFormWords)),
      ...(await loadLater('eu', contactFormWords)),
    });
    assert.equal(eu.number(1234.5), '1.234,5');
    assert.equal(eu.number(-1234567.5), '−1.234.567,5');
    assert.equal(eu.plural('charactersLeft', 1), 'Karaktere bat geratzen zaizu');
    assert.equal(eu.plural('charactersLeft', 0), '0 karaktere geratzen zaizkizu');
    assert.equal(fileSize(eu, 5_240_000), '5,2\u00a0MB');

    const ka = new Localization('ka', {
      ...(await loadMessages('ka', contactFormWords)),
      ...(await loadLater('ka', contactFormWords)),
    });
    assert.equal(ka.number(1234.5), '1234,5');
    assert.equal(ka.number(-1234567.5), '-1\u00a0234\u00a0567,5');
    assert.equal(ka.plural('charactersLeft', 1), 'დარჩენილია ერთი სიმბოლო');
    assert.equal(ka.plural('charactersLeft', 15000), 'დარჩენილია 15\u00a0000 სიმბოლო');
    assert.equal(fileSize(ka, 1_500_000), '1,5\u00a0მბ');
  });

  it('knows the three Latvian forms', async () => {
    const lv = new Localization('lv', {
      ...(await loadMessages('lv', contactFormWords)),
      ...(await loadLater('lv', contactFormWords)),
    });
    assert.deepEqual(
      [0, 1, 2, 11, 21].map((count) => lv.plural('problemCount', count)),
      [
        '0 vietās nepieciešami labojumi',
        '1 vietā nepieciešams labojums',
        '2 vietās nepieciešami labojumi',
        '11 vietās nepieciešami labojumi',
        '21 vietā nepieciešams labojums',
      ],
    );
  });
});

describe('when a message was written', () => {
  it('is misread in no language where what writes dates has not come: the visitor is offline', () => {
    const now = new Date();
    now.setHours(16, 5);
    assert.equal(timeText(now, undefined), '16:05');
    assert.equal(timeText(new Date(2026, 1, 3, 4, 5), undefined), '2026-02-03 04:05');
  });
});
