/** `npm run bench:phone`: how phone numbers are read, against libphonenumber, region by region. */
import { compareAll } from '../support/phone-agreement.js';

const { byRegion, wrongWhereSure, ways, agreement, sureShare } = compareAll();
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

console.table(
  Object.fromEntries(
    byRegion.map(({ region, ways, right, sure }) => [
      region,
      { ways, right, 'agreement': percent(right / ways), 'sure of': percent(sure / ways) },
    ]),
  ),
);
console.log(
  `${byRegion.length} regions, ${ways} ways of writing: read alike ${percent(agreement)}, sure of ${percent(sureShare)}.`,
);
console.log(`Wrong where it claimed to be sure: ${wrongWhereSure.length}`, ...wrongWhereSure);
