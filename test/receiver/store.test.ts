import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { openStore } from '../../demo/receiver/store/open.js';
import { appointmentsContract } from './appointments-contract.js';
import { callbacksContract } from './callbacks-contract.js';
import { erasureContract } from './erasure-contract.js';
import { faqContract } from './faq-contract.js';
import { messageErasureContract } from './message-erasure-contract.js';
import { outgoingContract } from './outgoing-contract.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { storeContract } from './store-contract.js';
import { surveysContract } from './surveys-contract.js';

let dataDir: string;
let postgres: PostgresServer;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'harreman store '));
  postgres = await startPostgres();
});

after(async () => {
  await postgres?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

storeContract('libsql file', () => openStore({ dataDir }));
storeContract('PostgreSQL', () => openStore({ dataDir, databaseUrl: postgres.url }));
appointmentsContract('libsql file, appointments', () => openStore({ dataDir }));
appointmentsContract('PostgreSQL, appointments', () => openStore({ dataDir, databaseUrl: postgres.url }));
callbacksContract('libsql file, calls', () => openStore({ dataDir }));
callbacksContract('PostgreSQL, calls', () => openStore({ dataDir, databaseUrl: postgres.url }));
faqContract('libsql file, the FAQ and questions', () => openStore({ dataDir }));
faqContract('PostgreSQL, the FAQ and questions', () => openStore({ dataDir, databaseUrl: postgres.url }));
outgoingContract('libsql file, what leaves', (channels) => openStore({ dataDir }, channels));
outgoingContract('PostgreSQL, what leaves', (channels) =>
  openStore({ dataDir, databaseUrl: postgres.url }, channels),
);
surveysContract('libsql file, surveys', () => openStore({ dataDir }));
surveysContract('PostgreSQL, surveys', () => openStore({ dataDir, databaseUrl: postgres.url }));
erasureContract('libsql file, erasing', () => openStore({ dataDir }));
erasureContract('PostgreSQL, erasing', () => openStore({ dataDir, databaseUrl: postgres.url }));

it('several receivers that start at once on an empty PostgreSQL all get the schema', async () => {
  const own = await startPostgres();
  try {
    const stores = await Promise.all(
      Array.from({ length: 4 }, () => openStore({ dataDir, databaseUrl: own.url })),
    );
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
  } finally {
    await own.stop();
  }
});

it('a database that cannot be reached is an error at once, not a hang', async () => {
  await assert.rejects(
    openStore({ dataDir, databaseUrl: 'postgres://postgres@127.0.0.1:1/none' }),
    /ECONNREFUSED/,
  );
});
messageErasureContract('libsql file, erasing messages', (channels) => openStore({ dataDir }, channels));
messageErasureContract('PostgreSQL, erasing messages', (channels) =>
  openStore({ dataDir, databaseUrl: postgres.url }, channels),
);
