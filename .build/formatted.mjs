import { format } from 'oxfmt';
import { readFileSync } from 'node:fs';

const { ignorePatterns, ...style } = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8'));

/** @returns the text of a generated file, written as the project's own are */
export async function formatted(path, text) {
  const { code, errors } = await format(path, text, style);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return code;
}
