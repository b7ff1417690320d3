import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { deliver, type DeliveryRequest } from '../../src/delivery/deliver.js';
import type { AttemptOutcome } from '../../src/delivery/states.js';
import { buildRecord, type FieldEntry } from '../../src/submission/record.js';
import type { AttachedFile, WireRecord } from '../../src/submission/types.js';
import type { ServiceName } from '../endpoints/services.js';
import { start, type Behaviour, type Endpoint } from '../endpoints/start.js';

export const ID = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';

/** What a visitor wrote, with the owner's own fields. */
export const record = (...ownFields: FieldEntry[]): WireRecord =>
  buildRecord({
    id: ID,
    widget: 'contact',
    createdAt: new Date('2026-03-05T07:08:09Z'),
    locale: 'ka',
    fields: [
      ['name', 'ნინო'],
      ['email', 'nino@mail.example'],
      ['subject', 'Gaia'],
      ['message', 'გამარჯობა &=+%\n2'],
    ],
    ownFields,
    context: { page_url: 'https://shop.example/' },
  });

export const file = (name: string, content = 'content', field = 'attachment'): AttachedFile => ({
  field,
  file: new File([content], name, { type: 'text/plain' }),
});

/** A stand-in that ends with the test. */
export const standIn = async (
  t: TestContext,
  kind: ServiceName,
  behaviour: Behaviour = 'ok',
): Promise<Endpoint> => {
  const endpoint = await start(kind, { behaviour });
  t.after(() => endpoint.close());
  return endpoint;
};

/** One attempt from a page of another site, unless told otherwise. */
export const send = (endpoint: Endpoint, request: Partial<DeliveryRequest> = {}): Promise<AttemptOutcome> =>
  deliver({ endpoint: endpoint.url, record: record(), pageUrl: 'http://shop.example/', ...request });

/** The failed outcome, which this must be. */
export const failure = (outcome: AttemptOutcome): Extract<AttemptOutcome, { state: 'failed' }> => {
  assert.ok(outcome.state === 'failed', JSON.stringify(outcome));
  return outcome;
};
