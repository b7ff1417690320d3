import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Scrypt's N: about 50 ms and 32 MB for each guess (RFC 7914; the parameters are those of OWASP's list, N lower). */
const COST = 2 ** 15;
const OTHERWISE: ScryptOptions = { r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_LENGTH = 32;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/**
 * The password that was generated at the first start. It lies in the clear in a file that only this user can read,
 * beside the database that holds all the messages in the clear: who can read the one can read the other, and the
 * owner can look it up.
 */
export const generatedPassword = async (dataDir: string): Promise<{ password: string; file: string }> => {
  const file = join(dataDir, 'inbox-password.txt');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, `${randomPassword()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      await rm(file, { force: true }); // A full disk has room for a name, and the next start would find it empty.
      throw error;
    }
  }
  const password = (await readFile(file, 'utf8')).trim();
  if (!password)
    throw new Error(`${file} is empty. Delete it to have a new password made, or set INBOX_PASSWORD.`);
  return { password, file };
};

/** 100 bits in letters and digits that are not mistaken for one another: `h4kd-…` in five groups. */
const randomPassword = (): string => {
  const symbols = '23456789abcdefghjkmnpqrstuvwxyz0'; // 32, so that five bits of a random byte choose evenly
  const characters = Array.from(randomBytes(20), (byte) => symbols[byte & 31]).join('');
  return (characters.match(/.{4}/g) ?? []).join('-');
};

/**
 * Checks passwords against one, by scrypt with a salt of its own: takes as long for any guess.
 *
 * @param cost scrypt's N, a power of two; less only where nobody guesses, as in tests
 */
export const passwordCheck = (password: string, cost = COST): ((guess: string) => Promise<boolean>) => {
  const salt = randomBytes(16);
  const hash = (text: string) => derive(normalized(text), salt, KEY_LENGTH, { ...OTHERWISE, N: cost });
  let expected: Buffer | undefined; // Nobody waits for it at the start.
  return async (guess) => timingSafeEqual(await hash(guess), (expected ??= await hash(password)));
};

/** The same letters typed on another keyboard may be composed differently. */
const normalized = (password: string): string => password.normalize('NFKC').trim();
