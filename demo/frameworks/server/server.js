import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { pageIn } from './page.js';

const languages = ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'];

createServer(async ({ url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname === '/assets/client.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    createReadStream('dist/assets/client.js').pipe(response);
    return;
  }
  const asked = searchParams.get('lang');
  const language = languages.includes(asked) ? asked : 'en';
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(await pageIn(language));
}).listen(8080);
