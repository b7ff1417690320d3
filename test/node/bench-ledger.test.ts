import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger, type Report, type StoredRow, type Told } from '../bench/delivery/ledger.js';
import type { StormStep } from '../faults/storm.js';

const START = Date.parse('2026-05-04T10:00:00.000Z');

const step = (marker: string): StormStep => ({
  ...{ marker, tab: 0, pause: 0, keepAlive: false, faults: ['pass'], presses: 1, insists: false },
  faultClass: 'pass',
});

type Event = readonly [second: number, what: Told | 'pressed' | 'interrupted' | 'stored' | 'stored, marked'];

/** The line of the one submission of which this is known. */
const lineOf = (events: readonly Event[], isMarkingEnough = false) => {
  const ledger = new Ledger();
  ledger.begin(step('m'));
  const rows: StoredRow[] = [];
  for (const [second, what] of events) {
    const at = START + second * 1000;
    const known = { at, marker: 'm' } as const;
    if (what === 'pressed') ledger.note({ ...known, type: 'pressed' });
    else if (what === 'interrupted') ledger.interrupt('m');
    else if (what === 'stored' || what === 'stored, marked') {
      const fields = { message: 'Kaixo [[m]]', possible_duplicate: what === 'stored' ? undefined : true };
      rows.push({ receivedAt: new Date(at).toISOString(), fields });
    } else ledger.note({ ...known, type: 'told', told: what, by: 'form' });
  }
  const { sum, findings } = ledger.verdict(rows, isMarkingEnough);
  const counted = Object.entries(sum).filter(([, value]) => typeof value === 'number' && value > 0);
  return [counted.map(([name]) => name).filter((name) => name !== 'submitted'), findings.length] as const;
};

test('what is stored and told as it is passes', () => {
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'stored'], [2, 'sent']]), [['stored'], 0]); // prettier-ignore
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'saved'], [9, 'stored']]), [['stored'], 0]); // prettier-ignore
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'stored'], [2, 'not confirmed']]), [['stored'], 0]); // prettier-ignore
  // It was true when it was said.
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'not sent'], [2, 'pressed'], [3, 'stored']]), [['stored'], 0]); // prettier-ignore
});

test('what is not stored is told, was never confirmed, or is lost', () => {
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'not sent']]), [['told'], 0]); // prettier-ignore
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'saved'], [2, 'parked']]), [['told'], 0]); // prettier-ignore
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'interrupted']]), [['neverConfirmed'], 0]); // prettier-ignore
  assert.deepEqual(lineOf([[0, 'pressed']]), [['lost'], 1]);
});

test('a promise that was not kept is lost and told wrongly, whatever happened to the tab', () => {
  const broken = [['lost', 'toldWrongly'], 1];
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'saved'], [2, 'interrupted']]), broken); // prettier-ignore
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'sent']]), broken); // prettier-ignore
});

test('"not sent" of what is stored is told wrongly', () => {
  const wrong = [['stored', 'toldWrongly'], 1];
  for (const word of ['not sent', 'rejected', 'parked', 'expired'] as const) {
    assert.deepEqual(lineOf([[0, 'pressed'], [1, 'stored'], [2, word]]), wrong, word); // prettier-ignore
    // It was under way, and nobody pressed again.
    assert.deepEqual(lineOf([[0, 'pressed'], [1, word], [2, 'stored']]), wrong, word); // prettier-ignore
  }
});

test('what another tab still shows when the visitor has just pressed again was true when it came there', () => {
  const late = (word: Told, by: string, after: number): readonly string[] => {
    const ledger = new Ledger();
    ledger.begin(step('m'));
    const told = (at: number, what: Told, where: string): void =>
      ledger.note({ at, type: 'told', told: what, marker: 'm', by: where });
    ledger.note({ at: START, type: 'pressed', marker: 'm' });
    told(START + 400, word, 'form');
    ledger.note({ at: START + 600, type: 'pressed', marker: 'm' });
    told(START + 600 + after, 'parked', by);
    const receivedAt = new Date(START + 5000).toISOString();
    return ledger.verdict([{ receivedAt, fields: { message: 'Kaixo [[m]]' } }], false).findings;
  };
  assert.deepEqual(late('not sent', 'notice', 20), []);
  assert.equal(late('not sent', 'notice', 2000).length, 1, 'it had time to hear of the new try');
  assert.equal(late('not sent', 'form', 20).length, 1, 'the form itself knows of the new try');
  assert.equal(late('not confirmed', 'notice', 20).length, 1, 'it was never true');
});

test('a double passes only where it is marked and that is enough', () => {
  const marked: Event[] = [[0, 'pressed'], [1, 'stored'], [2, 'pressed'], [3, 'stored, marked']]; // prettier-ignore
  assert.deepEqual(lineOf(marked, true), [['stored', 'doubled', 'marked'], 0]);
  assert.deepEqual(lineOf(marked), [['stored', 'doubled', 'marked'], 1]);
  assert.deepEqual(lineOf([[0, 'pressed'], [1, 'stored'], [2, 'stored']], true), [['stored', 'doubled'], 1]); // prettier-ignore
});

test('reports come in any order, and a notice is known by its reference', () => {
  const ledger = new Ledger();
  ledger.begin(step('m'));
  const reports: Report[] = [
    { at: 1, type: 'reference', marker: 'm', reference: 'HR-1' },
    { at: 9, type: 'told', told: 'sent', reference: 'HR-1' },
    { at: 3, type: 'told', told: 'saved', marker: 'm', by: 'form' },
    { at: 4, type: 'told', told: 'sent', reference: 'HR-2' },
  ];
  for (const report of reports) ledger.note(report);
  const { findings } = ledger.verdict([], false);
  assert.match(findings.join(), /told sent, without a row.* saved \(form\), .* sent \(notice\)$/);
});

test('a row that nobody sent is a finding', () => {
  const row = { receivedAt: '2026-05-04T10:00:00Z', fields: { message: 'Kaixo [[stranger]]' } };
  assert.equal(new Ledger().verdict([row], true).findings.length, 1);
});
