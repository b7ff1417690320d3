import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Knowledge, type KnowledgeEntry } from '../../src/knowledge/knowledge.js';

const faq = (...questions: string[]): KnowledgeEntry[] =>
  questions.map((question, i) => ({ id: `${i}`, question }));

/** Which entry is found, and how certainly. */
const found = (knowledge: Knowledge, question: string) => {
  const { kind, best } = knowledge.ask(question);
  return `${kind} ${best[0]?.id ?? '-'}`;
};

const basque = new Knowledge(
  faq(
    'Zein da zuen telefonoa?',
    'Noiz zaudete irekita?',
    'Nola eskatu aurrekontu bat?',
    'Nola bertan behera utzi hitzordua?',
    'Zein ordainketa-modu onartzen dituzue?',
    'Etxera etortzen zarete konponketak egitera?',
    'Zenbat denbora irauten du bermeak?',
    'Non zaudete?',
    'Nola jar dezaket kexa bat?',
    'Ingurumena zaintzen duzue?',
  ),
);

const latvian = new Knowledge(
  faq(
    'Kāds ir jūsu darba laiks?',
    'Kā saņemt rēķinu e-pastā?',
    'Kur jūs atrodaties?',
    'Vai piegādājat preces uz mājām?',
    'Kā atgriezt preci?',
    'Cik ilgi ir spēkā garantija?',
    'Kā iesniegt sūdzību?',
    'Kādi maksāšanas veidi ir pieejami?',
    'Kā atcelt vizīti?',
    'Vai runājat krieviski?',
  ),
);

const georgian = new Knowledge(
  faq(
    'რა არის თქვენი სამუშაო საათები?',
    'სად მდებარეობს თქვენი ოფისი?',
    'როგორ გადავიხადო ბარათით?',
    'როგორ დავაბრუნო ნივთი?',
    'რამდენ ხანს მოქმედებს გარანტია?',
    'როგორ გავაუქმო ვიზიტი?',
    'როგორ დავტოვო საჩივარი?',
    'აგზავნით შეკვეთებს რეგიონებში?',
    'რა ღირს მიწოდება?',
    'საუბრობთ ინგლისურად?',
  ),
);

describe('a visitor finds the answer', () => {
  it('in Basque, whatever is hung on the word', () => {
    assert.equal(found(basque, 'telefonoz hitz egin nahi dut'), 'sure 0');
    assert.equal(found(basque, 'aurrekontua eskatzeko'), 'sure 2');
    assert.equal(found(basque, 'hitzorduak bertan behera uztea'), 'sure 3');
    assert.equal(found(basque, 'kexak jartzea'), 'sure 8');
  });

  it('in Latvian, in other cases and without accents', () => {
    assert.equal(found(latvian, 'kads ir darba laiks'), 'sure 0');
    assert.equal(found(latvian, 'rekini epasta'), 'sure 1');
    assert.equal(found(latvian, 'preču piegāde mājās'), 'sure 3');
    assert.equal(found(latvian, 'gribu iesniegt sudzibu'), 'sure 6');
  });

  it('in Georgian, in other cases and in capitals', () => {
    assert.equal(found(georgian, 'სამუშაო საათების შესახებ'), 'sure 0');
    assert.equal(found(georgian, 'ᲠᲐᲛᲓᲔᲜᲘᲐ ᲒᲐᲠᲐᲜᲢᲘᲘᲡ ᲕᲐᲓᲐ'), found(georgian, 'რამდენია გარანტიის ვადა'));
    assert.equal(georgian.ask('გარანტიის ვადა').best[0]?.id, '4');
    assert.equal(found(georgian, 'ბარათის გადახდა'), 'sure 2');
  });

  it('after a letter too many, too few, a wrong one, or two swapped', () => {
    for (const word of ['telefonnoa', 'telfonoa', 'telegonoa', 'teleofnoa'])
      assert.deepEqual(basque.ask(word), basque.ask('telefonoa'), word);
    for (const word of ['garantijaa', 'gaantija', 'garantiha', 'agrantija', 'garantiaj'])
      assert.deepEqual(latvian.ask(word), latvian.ask('garantija'), word);
  });

  it('and is asked back where a short list makes words telling that are not', () => {
    const knowledge = new Knowledge([
      { id: 'open', question: 'When are you open?', alternatives: ['What time do you close?'] },
      { id: 'park', question: 'Can I park near the shop?' },
      { id: 'delivery', question: 'How long does delivery take?' },
    ]);
    for (const question of ['Do you sell gift vouchers?', 'What is your phone number?'])
      assert.notEqual(knowledge.ask(question).kind, 'sure', question);
    assert.equal(found(knowledge, 'where can I park my car'), 'sure park');
  });

  it('in a script without spaces', () => {
    const knowledge = new Knowledge(
      faq('営業時間を教えてください', '返品できますか', '支払い方法は何ですか'),
    );
    assert.equal(knowledge.ask('営業時間').best[0]?.id, '0');
    assert.equal(knowledge.ask('返品したい').best[0]?.id, '1');
  });

  it('by any of several wordings, and more surely by words that more of them share', () => {
    const knowledge = new Knowledge([
      {
        id: 'money',
        question: 'How do refunds work?',
        alternatives: ['I want my money back', 'Return my money'],
      },
      {
        id: 'hours',
        question: 'When are you open?',
        alternatives: ['Opening hours', 'Are you open on Sunday?'],
      },
      { id: 'bank', question: 'Which account do I pay my money into?' },
    ]);
    assert.equal(found(knowledge, 'I want the money back'), 'sure money');
    assert.equal(found(knowledge, 'give me the money back'), 'unsure money');
    assert.equal(found(knowledge, 'opening hours on sunday'), 'sure hours');
    const [first, second] = knowledge.ask('my money').best;
    assert.deepEqual([first?.id, second?.id], ['money', 'bank']);
  });

  it('by the words of the answer, where the questions say nothing of it', () => {
    const questions = faq('Where are you?', 'When are you open?', 'What does it cost?');
    const answered = new Knowledge(
      questions.map((entry) => ({ ...entry, ...(entry.id === '0' && { answer: 'Behind the cathedral.' }) })),
    );
    assert.equal(answered.ask('cathedral').best[0]?.id, '0');
    assert.equal(new Knowledge(questions).ask('cathedral').kind, 'unknown');
    // A question asked as it stands is not outweighed by another's answer.
    const rival = {
      id: 'rival',
      question: 'Do you travel?',
      answer: 'When are you open, we are here; else we are.',
    };
    assert.equal(found(new Knowledge([...questions, rival]), 'When are you open?'), 'sure 1');
  });
});

describe('the engine knows when it does not know', () => {
  it('and says so of what is off topic', () => {
    assert.equal(basque.ask('What is the capital of Mongolia?').kind, 'unknown');
    assert.equal(basque.ask('Tortilla patata errezeta').kind, 'unknown');
    assert.equal(latvian.ask('Uzraksti dzejoli par mežu').kind, 'unknown');
    assert.equal(georgian.ask('ვინ მოიგო გუშინ ფეხბურთი').kind, 'unknown');
  });

  it('asks back when two answers are as near', () => {
    const knowledge = new Knowledge(
      faq('How do I cancel a visit?', 'How do I cancel an order?', 'Where are you?', 'Do you deliver?'),
    );
    const { kind, best } = knowledge.ask('How do I cancel?');
    assert.equal(kind, 'unsure');
    assert.deepEqual(
      best
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
      ['0', '1'],
    );
    assert.equal(found(knowledge, 'cancel my order'), 'sure 1');
  });

  it('asks back when an owner has the same question twice', () => {
    const knowledge = new Knowledge(
      faq('Do you deliver?', 'Where are you?', 'Do you deliver?', 'Can I pay by card?'),
    );
    const { kind, best } = knowledge.ask('do you deliver');
    assert.equal(kind, 'unsure');
    assert.deepEqual(
      best.slice(0, 2).map(({ id }) => id),
      ['0', '2'],
    );
    assert.equal(best[0]!.score, best[1]!.score);
  });

  it('has nothing to offer for nothing', () => {
    const nothing = { kind: 'unknown', confidence: 0, best: [] };
    assert.deepEqual(new Knowledge().ask('anything'), nothing);
    assert.deepEqual(new Knowledge(faq('', '?!')).ask('anything'), nothing);
    for (const text of ['', ' \n', '???', '\uD800', '\u{1F600}']) assert.deepEqual(basque.ask(text), nothing);
  });

  it('with a single entry answers what is like it, and nothing else', () => {
    const knowledge = new Knowledge(faq('When are you open?'));
    assert.equal(found(knowledge, 'when are you open'), 'sure 0');
    assert.equal(knowledge.ask('hello').kind, 'unknown');
  });

  it('offers three at most, or as many as are asked for, the nearest first', () => {
    assert.equal(basque.ask('nola eskatu').best.length, 3);
    assert.equal(basque.ask('nola eskatu', 1).best.length, 1);
    assert.deepEqual(basque.ask('nola eskatu', 1).confidence, basque.ask('nola eskatu', 9).confidence);
    const scores = basque.ask('nola eskatu', 9).best.map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });
});

describe('related questions', () => {
  const knowledge = new Knowledge(
    faq(
      'How do I cancel a visit?',
      'How do I move a visit?',
      'Do you sell bicycles?',
      'What does a visit cost?',
    ),
  );

  it('are those most like the one that was answered, without itself', () => {
    const related = knowledge.related('0').map(({ id }) => id);
    assert.equal(related[0], '1');
    assert.ok(!related.includes('0') && !related.includes('2'), related.join());
    assert.equal(knowledge.related('0', 1).length, 1);
  });

  it('are none of an entry that is not there', () => {
    assert.deepEqual(knowledge.related('nowhere'), []);
  });
});
