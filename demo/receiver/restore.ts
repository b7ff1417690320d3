import { fileURLToPath } from 'node:url';
import { restore } from './transfer/backup.js';
import { counted, runBackup } from './transfer/command.js';

const DATA = fileURLToPath(new URL('../.data', import.meta.url));

await runBackup('restore', DATA, async (dataDir, path) => {
  const { messages, files, held, replaced } = await restore(path, dataDir, new Date());
  return [
    `Put back ${counted(messages, 'message')} and ${counted(files, 'file')} from ${path}.`,
    ...(held
      ? [
          `${counted(held, 'mail or web-hook', 'mails or web-hooks')} may have left already: see Undelivered in the inbox.`,
        ]
      : []),
    ...(replaced ? [`What was there before is kept as ${replaced}; delete it once you don't need it.`] : []),
  ].join('\n');
});
