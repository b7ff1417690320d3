import { fileURLToPath } from 'node:url';
import { counted, runTransfer, withFaq } from './transfer/command.js';
import { exportToFile } from './transfer/export-file.js';

const DATA = fileURLToPath(new URL('../.data', import.meta.url));

await runTransfer('export', DATA, async (database, path) => {
  const { submissions, files, faq, sha256 } = await exportToFile(database, path);
  return `Exported ${counted(submissions, 'message')} with ${counted(files, 'file')}${withFaq(faq)} to ${path} (SHA-256 ${sha256}).`;
});
