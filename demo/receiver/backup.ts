import { fileURLToPath } from 'node:url';
import { backUp } from './transfer/backup.js';
import { counted, runBackup } from './transfer/command.js';

const DATA = fileURLToPath(new URL('../.data', import.meta.url));

await runBackup('backup', DATA, async (dataDir, path) => {
  const { messages, files } = await backUp(dataDir, path);
  return `Copied the database with ${counted(messages, 'message')} and ${counted(files, 'file')} to ${path}.`;
});
