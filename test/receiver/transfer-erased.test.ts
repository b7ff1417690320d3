import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { openStore } from '../../demo/receiver/store/open.js';
import { answerOf } from '../../demo/receiver/surveys/received-answer.js';
import { exportToFile } from '../../demo/receiver/transfer/export-file.js';
import { importFromFile } from '../../demo/receiver/transfer/import-file.js';
import { submission } from './store-contract.js';
import { temporaryFolder } from './support.js';
import { everything, using } from './transfer-contents.js';

it('what was erased stays so when an older file comes back, and moves as it is', async (t) => {
  const options = { dataDir: await temporaryFolder(t) };
  const store = await openStore(options);
  const sent = submission({ fields: { message: 'Sekretua' }, contentHash: 'a'.repeat(64) });
  const receivedAt = new Date().toISOString();
  const survey = { survey: 'bisita', metric: 'csat', score: 4, comment: 'Sekretua' };
  const answer = submission({
    ...{ receivedAt, widget: 'survey', fields: survey, contentHash: 'b'.repeat(64) },
    answer: answerOf(survey, receivedAt, { verdict: 'none', respondent: '' }),
  });
  const changed = { ...survey, score: 2, regarding: answer.id };
  const later = submission({
    ...{ receivedAt, widget: 'survey', fields: changed, contentHash: 'c'.repeat(64) },
    answer: answerOf(changed, receivedAt, { verdict: 'none', respondent: '' }),
  });
  for (const each of [sent, answer, later]) await store.insert(each);
  const [older, newer] = ['older', 'newer'].map((name) => join(options.dataDir, `${name}.ndjson`));
  await using(options, (database) => exportToFile(database, older!));
  for (const { id } of [sent, answer, later]) await store.erase(id, new Date());
  const erased = await everything(options);
  const again = await using(options, (database) => importFromFile(database, older!));
  assert.equal(again.present, 3);
  assert.deepEqual(await everything(options), erased);
  await using(options, (database) => exportToFile(database, newer!));
  assert.doesNotMatch(await readFile(newer!, 'utf8'), /Sekretua/);
  const elsewhere = { dataDir: await temporaryFolder(t) };
  await using(elsewhere, (database) => importFromFile(database, newer!));
  assert.deepEqual(await everything(elsewhere), erased);
  await store.close();
});
