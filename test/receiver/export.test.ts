import assert from 'node:assert/strict';
import { it } from 'node:test';
import { csvRecord } from '../../demo/receiver/inbox/csv.js';
import { exportCsv } from '../../demo/receiver/inbox/export.js';
import { openStore } from '../../demo/receiver/store/open.js';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { signedIn } from './inbox-client.js';
import { appointmentSettings, contact, contactTexts, startTestReceiver, surveyAnswer } from './receiver.js';
import { submission } from './store-contract.js';
import { temporaryFolder } from './support.js';

/** Reads CSV as RFC 4180 says. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  for (const record of text.matchAll(
    /((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g,
  )) {
    rows.push(
      [...`,${record[1]!}`.matchAll(/,("(?:[^"]|"")*"|[^",]*)/g)].map(([, cell = '']) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    );
  }
  return rows;
};

it('writes a sheet that spreadsheets open, with a column for every field', async (t) => {
  const receiver = await startTestReceiver(t);
  const first = contact({
    name: 'Ane',
    message: 'bat, "bi"\r\nhiru;\tlau',
    company: 'Ur Garbia',
    colours: ['gorria', 'urdina'],
  });
  await receiver.kept(await receiver.post(first));
  const form = new FormData();
  for (const [name, value] of Object.entries(
    contactTexts({ 'phone': '+34943000000', 'message': '=1+1', '=cmd': 'x', 'spam_score': '5' }),
  ))
    form.append(name, value);
  form.append('attachment', new File(['x'], '=evil.txt'));
  const second = await receiver.kept(
    await fetch(`${receiver.url}/submissions`, { method: 'POST', body: form }),
  );

  const response = await (await signedIn(receiver)).get('/inbox/export.csv');
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="messages\.csv"/);
  const bytes = Buffer.from(await response.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'the mark that says UTF-8');
  const [header = [], ...rows] = parseCsv(bytes.subarray(3).toString());
  assert.deepEqual(header.slice(0, 5), [
    'inbox_reference',
    'inbox_received_at',
    'inbox_state',
    'inbox_quarantined',
    'inbox_files',
  ]);
  assert.ok(header.includes("'=cmd"), 'names of fields can be formulas too');
  const sheet = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
  const [newer, older] = sheet.sort((a, b) =>
    (b['inbox_received_at'] ?? '').localeCompare(a['inbox_received_at'] ?? ''),
  );
  assert.equal(older?.['message'], 'bat, "bi"\r\nhiru;\tlau');
  assert.equal(older['colours'], 'gorria\nurdina');
  assert.equal(older['phone'], '');
  assert.equal(newer?.['inbox_reference'], second.reference);
  assert.equal(newer['message'], "'=1+1");
  assert.equal(newer['phone'], "'+34943000000");
  assert.equal(newer['spam_score'], '5', 'a number stays one');
  assert.equal(newer['inbox_files'], "'=evil.txt");
  assert.equal(newer['company'], '');
});

it('lets no cell start a formula', () => {
  for (const text of [
    '=1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '−1',
    '\ttext',
    '=HYPERLINK("http://evil.example","x")',
    '\0=1',
  ]) {
    const cell = csvRecord([text]);
    assert.equal(
      cell,
      `"'${text.replaceAll('\0', '\uFFFD').replaceAll('"', '""')}"\r\n`,
      JSON.stringify(text),
    );
  }
  for (const text of ['Kaixo', '1 = 1', 'a-b', 'ane@example.eus', '(+34) 943', '"quoted"', '']) {
    assert.equal(csvRecord([text]), `"${text.replaceAll('"', '""')}"\r\n`);
  }
  assert.equal(csvRecord([-5, true, undefined, ['=a', 'b']]), `-5,true,,"'=a\nb"\r\n`);
});

it('parts the cells of a sheet as Excel does where its language is spoken', async (t) => {
  const receiver = await startTestReceiver(t);
  await receiver.kept(await receiver.post(contact({ name: 'Ane; Jon', rating: 4.5 })));
  await receiver.kept(await receiver.post(surveyAnswer()));
  const inbox = await signedIn(receiver);
  const header = async (path: string, language: string) => {
    const text = await (await inbox.get(path, { 'Accept-Language': language })).text();
    return { sheet: text, begin: /^"\w+"(.)"\w+"/.exec(text)?.[1] };
  };
  for (const path of ['/inbox/export.csv', '/inbox/surveys/visit/answers.csv'])
    for (const [language, separator] of [
      ['en', ','],
      ['eu', ';'],
      ['ka', ';'],
      ['lv', ';'],
    ] as const)
      assert.equal((await header(path, language)).begin, separator, `${path} ${language}`);
  assert.match((await header('/inbox/export.csv', 'lv')).sheet, /;"Ane; Jon";[^\n]*;"4,5"\r\n/);
  assert.match((await header('/inbox/export.csv', 'en')).sheet, /,"Ane; Jon",[^\n]*,4\.5\r\n/);
});

it('keeps postcodes, long numbers and numbers of orders whole where spreadsheets would calculate with them', () => {
  for (const text of ['01001', '0042', '06 12 34 56 78', '00', ' 007', '1234567890123456', '2E10', '12e3'])
    assert.equal(csvRecord([text], ';'), `"'${text}"\r\n`, text);
  for (const text of ['0', '10', '2026-03-01', '0,5', '0.5', '123456789012345', 'LV-1010', '2E', '0102a'])
    assert.equal(csvRecord([text], ';'), `"${text}"\r\n`, text);
});

it('writes a decimal comma so that it parts no cell in spreadsheets that try commas and semicolons', () => {
  assert.equal(csvRecord([4.5, 4], ';'), '"4,5";4\r\n');
  assert.equal(csvRecord([4.5, 4], ','), '4.5,4\r\n');
});

it('gives the data exactly as it was sent, a line for each message', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact({ name: '=1+1', message: 'NUL \0 lone \uD800\u2028', colours: ['a', 'b'] });
  const row = await receiver.kept(await receiver.post(sent));
  await receiver.kept(await receiver.post(contact({ spam_score: 100 })));
  const inbox = await signedIn(receiver);
  const response = await inbox.get('/inbox/export.ndjson');
  assert.equal(response.headers.get('content-type'), 'application/x-ndjson');
  const lines = (await response.text()).trimEnd().split('\n');
  assert.equal(lines.length, 1, 'quarantine is a list of its own');
  assert.deepEqual(JSON.parse(lines[0]!), { ...row, fields: sent });
  assert.equal((await (await inbox.get('/inbox/export.ndjson?quarantine=yes')).text()).split('\n').length, 2);
});

it('exports any number of messages in order, and leaves out what arrives meanwhile', async (t) => {
  const store = await openStore({ dataDir: await temporaryFolder(t) });
  t.after(() => store.close());
  const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
  for (let index = 0; index < 120; index++) {
    await store.insert(
      submission({
        receivedAt: at(index),
        fields: { message: `${index}`, [`own${index}`]: 'x', [`more${index}`]: 'y' },
      }),
    );
  }
  let text = '';
  for await (const record of exportCsv(store, {}, appointmentSettings())) {
    if (!text)
      await store.insert(submission({ receivedAt: at(500), fields: { message: 'late', late: 'x' } }));
    text += record;
  }
  const [header = [], ...rows] = parseCsv(text.slice(1));
  assert.deepEqual(
    rows.map((row) => row[header.indexOf('message')]),
    Array.from({ length: 120 }, (_, index) => `${119 - index}`),
  );
  assert.equal(header.length, 5 + 1 + 200 + 1, 'own columns are bounded');
  assert.equal(header.at(-1), 'inbox_more_fields');
  assert.deepEqual(JSON.parse(rows[119]!.at(-1)!), { own0: 'x', more0: 'y' }, 'and nothing is left out');
  assert.ok(rows.every((row) => row.length <= header.length));
});

it('says so when an export cannot begin, and cuts the connection when it fails half-way', async (t) => {
  const receiver = await startTestReceiver(t);
  for (let i = 0; i < 51; i++) await receiver.kept(await receiver.post(contact()));
  const inbox = await signedIn(receiver);
  const store = Object.getPrototypeOf(receiver.store) as SubmissionStore;
  const { listFull } = store;
  const fail = () => Promise.reject(new Error('SECRET'));

  t.mock.method(store, 'listFull', fail);
  assert.equal((await inbox.get('/inbox/export.ndjson')).status, 503);

  t.mock.method(
    store,
    'listFull',
    function (this: SubmissionStore, ...[filter, limit, after]: Parameters<typeof listFull>) {
      return after ? fail() : listFull.call(this, filter, limit);
    },
  );
  const half = await inbox.get('/inbox/export.ndjson');
  assert.equal(half.status, 200);
  await assert.rejects(half.text(), 'a file that is not whole must not look it');
  assert.ok(receiver.logs.some((line) => line.includes('export broke off')));
  assert.ok(!receiver.logs.some((line) => line.includes('SECRET')));
});
