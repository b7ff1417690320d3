import { fileURLToPath } from 'node:url';
import { counted, runTransfer, withFaq } from './transfer/command.js';
import { importFromFile } from './transfer/import-file.js';

const DATA = fileURLToPath(new URL('../.data', import.meta.url));

await runTransfer('import', DATA, async (database, path) => {
  const { submissions, files, faq, present } = await importFromFile(database, path);
  const already = present ? ` ${present} of them were there already.` : '';
  return `Imported ${counted(submissions, 'message')} with ${counted(files, 'file')}${withFaq(faq)} from ${path}; all were read back and match.${already}`;
});
