import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addressKey } from '../../demo/receiver/surveys/address-key.js';
import { listProblemText } from '../../demo/receiver/inbox/survey-words.js';
import { inboxWords } from '../../demo/receiver/inbox/words/words.js';
import { MAX_LIST_LENGTH, readInvitationList } from '../../demo/receiver/surveys/invitation-list.js';

const ENGLISH = inboxWords(['en']);

const people = (text: string) =>
  readInvitationList(text).invitees.map(({ line, email, name, locale, reference }) =>
    [line, email, name, locale, reference].join('|'),
  );
const problems = (text: string) =>
  readInvitationList(text).problems.map(
    ({ line, problem }) => `${line}: ${listProblemText(ENGLISH, problem)}`,
  );

it('reads lists as spreadsheets write them: commas, semicolons, tabs, quotes, a byte order mark, any line end', () => {
  const expected = ['2|ane@example.eus|Etxeberria, Ane|eu|B-1', '3|nino@example.ge|ნინო|ka|'];
  for (const text of [
    'email,name,lang,reference\nane@example.eus,"Etxeberria, Ane",eu,B-1\nnino@example.ge,ნინო,ka,\n',
    '\uFEFFemail;name;lang;reference\r\nane@example.eus;Etxeberria, Ane;eu-ES;B-1\r\nnino@example.ge;ნინო;KA;\r\n',
    'Name\tE-Mail\tReference\tLanguage\tPhone\nEtxeberria, Ane\tane@example.eus\tB-1\teu\t1\nნინო\t nino@example.ge \t\tka',
  ])
    assert.deepEqual(people(text), expected);
  assert.deepEqual(people('email,name\r"a@example.com","Ane ""Txiki"" Etxe"\rb@example.com,Jon "J" Goia'), [
    '2|a@example.com|Ane "Txiki" Etxe||',
    '3|b@example.com|Jon "J" Goia||',
  ]);
});

it('takes a bare column of addresses, and nothing else without a line of names', () => {
  assert.deepEqual(people('a@example.com\n\nb@example.com'), ['1|a@example.com|||', '3|b@example.com|||']);
  assert.deepEqual(people('a@example.com,Ane\nb@example.com,Jon'), []);
  assert.match(problems('a@example.com,Ane')[0]!, /^1: The first line must name the columns/);
  assert.match(problems('izena,telefonoa\nAne,1')[0]!, /^1: The first line must name the columns/);
  assert.deepEqual(problems(' \n'), ['1: The list is empty.']);
});

it('names each line that is not right, and invites the others', () => {
  const text = [
    'email,name,lang,reference',
    'ane@example.com,Ane,eu,1',
    ',Inor ez,,',
    'a@example.com b@example.com,Bi,,',
    '"bcc@example.com\nBcc: x@example.com",Txarra,,',
    'jon@example.com,Jon,sv,',
    'Ane@EXAMPLE.com,Ane,,1',
    'ane@example.com,Ane,,2',
    `luze@example.com,${'x'.repeat(301)},,`,
  ].join('\n');
  assert.deepEqual(people(text), ['2|ane@example.com|Ane|eu|1', '9|ane@example.com|Ane||2']);
  assert.deepEqual(problems(text), [
    '3: There is no address.',
    '4: This is not one e-mail address.',
    '6: This is not one e-mail address.',
    '7: The language is none of eu, ka, lv, en, es, fr, de.',
    '8: The same address as in line 2, for the same reference.',
    '10: A name or a reference is longer than 300 characters.',
  ]);
});

it('takes nothing from a list whose quotes don’t end, or that is too long', () => {
  const open = readInvitationList('email,name\na@example.com,"Ane\nb@example.com,Jon');
  assert.deepEqual(open.invitees, []);
  assert.deepEqual(open.problems[0]!.problem, { code: 'quotes' });
  assert.match(problems('x'.repeat(MAX_LIST_LENGTH + 1))[0]!, /Split it\.$/);
  assert.match(problems(`email\n${'a@example.com\n'.repeat(10_001)}`)[0]!, /more than 10,000 people/);
});

it('knows one mailbox by all its spellings', () => {
  const one = addressKey('Ane.Etxe@Example.EUS');
  for (const same of ['ane.etxe@example.eus', 'ANE.ETXE@EXAMPLE.EUS']) assert.equal(addressKey(same), one);
  assert.equal(addressKey('nino@საქართველო.გე'), addressKey('nino@xn--lodamdjuvtg5b.xn--node'));
  assert.equal(addressKey('jose\u0301@example.com'), addressKey('jos\u00e9@example.com'));
  assert.notEqual(addressKey('ane+a@example.eus'), addressKey('ane@example.eus'));
});
