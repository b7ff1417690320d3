import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readBounce } from './surveys/bounce.js';
import { readInput, runCommand } from './surveys/command.js';
import { counted } from './transfer/command.js';

/*
 * `npm run bounces -- ~/Maildir/new`, or a mail on standard input (`| npm run bounces`): notes which invitations came back.
 * Mails are read and left as they are; one that is read again changes nothing.
 */

/** A maildir's two folders of mails (https://cr.yp.to/proto/maildir.html), a folder of mails, or one mail. */
const mailsIn = async (path: string): Promise<readonly string[]> => {
  if (path === '-' || !(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { withFileTypes: true });
  const folders = names.filter((entry) => entry.isDirectory() && ['new', 'cur'].includes(entry.name));
  const files = names.filter((entry) => entry.isFile()).map(({ name }) => join(path, name));
  return [...files, ...(await Promise.all(folders.map(({ name }) => mailsIn(join(path, name))))).flat()];
};

await runCommand(async (store) => {
  const paths = process.argv.slice(2);
  const mails = (await Promise.all((paths.length ? paths : ['-']).map(mailsIn))).flat();
  let [found, known] = [0, 0];
  for (const mail of mails) {
    const bounce = await readBounce(await readInput(mail)).catch(() => undefined);
    if (!bounce) continue;
    found++;
    const { messageId, problem, isForGood } = bounce;
    if (await store.surveys.bounce(messageId, problem, isForGood, new Date())) known++;
  }
  return `Read ${counted(mails.length, 'mail')}: ${counted(found, 'bounce')}, ${known} of invitations.`;
});
