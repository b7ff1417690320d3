/**
 * When a question is asked: a condition over earlier answers, as an owner writes it into `data-when`. Nothing is ever run
 * as code.
 *
 * ```text
 * condition  = all { "or" all }
 * all        = one { "and" one }
 * one        = "not" one | "(" condition ")" | name [ comparison value ]
 * comparison = "=" | "!=" | "<" | "<=" | ">" | ">="
 * value      = number | 'text' | "text" | word
 * ```
 *
 * A name alone is true where there is an answer. Of several choices, `=` is true where the value is one of them. `<` and
 * the like compare numbers, and are false where either side is none. What was not answered equals nothing.
 */
export interface Condition {
  /** The names that it looks at, each once. */
  readonly names: readonly string[];
  /** @param answer what was answered under a name: an empty text or list where nothing was */
  readonly holds: (answer: (name: string) => string | readonly string[]) => boolean;
}

/** What is wrong with a condition, and where: `position` counts characters from 0. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
  readonly position: number;

  constructor(what: string, position: number) {
    super(`${what} at character ${position + 1}`);
    this.position = position;
  }
}

type Answers = Parameters<Condition['holds']>[0];
type Test = (answer: Answers) => boolean;

interface Token {
  readonly kind: 'word' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const TOKEN = /\s*(?:('[^']*'|"[^"]*")|(!=|<=|>=|[=<>()])|([^\s=<>!()'"]+))/y;

/** Nobody nests deeper, and a deeper one must not exhaust the stack. */
const DEEPEST = 50;

/** @throws ConditionError where the text is no condition. */
export const parseCondition = (text: string): Condition => {
  const tokens = tokenize(text);
  const names = new Set<string>();
  let index = 0;
  let depth = 0;
  const peek = (): Token => tokens[index]!;
  const take = (): Token => tokens[index++]!;
  const isWord = (word: string): boolean => peek().kind === 'word' && peek().text.toLowerCase() === word;
  const fail = (wanted: string, { kind, text: found, at }: Token): never => {
    throw new ConditionError(`${wanted} expected, ${kind === 'end' ? 'the end' : `"${found}"`} found`, at);
  };

  const list = (word: 'and' | 'or', part: () => Test): Test => {
    const tests = [part()];
    while (isWord(word)) {
      take();
      tests.push(part());
    }
    return word === 'and'
      ? (answers) => tests.every((test) => test(answers))
      : (answers) => tests.some((test) => test(answers));
  };
  const any = (): Test => list('or', all);
  const all = (): Test => list('and', one);
  const one = (): Test => {
    const token = peek();
    if (++depth > DEEPEST) throw new ConditionError('nested too deep', token.at);
    const test = isWord('not') ? negation() : token.text === '(' && token.kind === 'sign' ? inBrackets() : comparison();
    depth--;
    return test;
  };
  const negation = (): Test => {
    take();
    const test = one();
    return (answers) => !test(answers);
  };
  const inBrackets = (): Test => {
    take();
    const test = any();
    const close = take();
    if (close.text !== ')' || close.kind !== 'sign') fail('")"', close);
    return test;
  };
  const comparison = (): Test => {
    const token = take();
    const { kind, text: name } = token;
    if (kind !== 'word' || /^(and|or|not)$/i.test(name) || /^[-+.\d]/.test(name)) fail('the name of a question', token);
    names.add(name);
    const { kind: next, text: sign } = peek();
    if (next !== 'sign' || /[()]/.test(sign)) return (answers) => answers(name).length > 0;
    take();
    const value = take();
    if (value.kind === 'sign' || value.kind === 'end') fail('a value', value);
    return (answers) => COMPARISONS[sign]!(answers(name), value.text);
  };

  const test = any();
  if (peek().kind !== 'end') fail('"and", "or" or the end', peek());
  return { names: [...names], holds: test };
}; // prettier-ignore

const equals = (answer: string | readonly string[], value: string): boolean =>
  typeof answer === 'string'
    ? answer !== '' && (answer === value || asNumber(answer) === asNumber(value))
    : answer.includes(value);

/** NaN, which equals nothing, where it is none. */
const asNumber = (text: string): number => (/^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : NaN);

const numeric =
  (compare: (a: number, b: number) => boolean) =>
  (answer: string | readonly string[], value: string): boolean =>
    typeof answer === 'string' && compare(asNumber(answer), asNumber(value));

const COMPARISONS: Readonly<Record<string, (answer: string | readonly string[], value: string) => boolean>> =
  {
    '=': equals,
    '!=': (answer, value) => !equals(answer, value),
    '<': numeric((a, b) => a < b),
    '<=': numeric((a, b) => a <= b),
    '>': numeric((a, b) => a > b),
    '>=': numeric((a, b) => a >= b),
  };

const tokenize = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      const at = from + /^\s*/.exec(text.slice(from))![0].length;
      const isQuote = /['"]/.test(text[at]!);
      throw new ConditionError(isQuote ? 'a quote without its end' : `"${text[at]}" is no comparison`, at);
    }
    const [whole, quoted, sign, word] = match;
    const token = quoted?.slice(1, -1) ?? sign ?? word ?? '';
    const at = from + whole.length - (quoted ?? token).length;
    tokens.push({ kind: quoted !== undefined ? 'text' : sign ? 'sign' : 'word', text: token, at });
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
};
