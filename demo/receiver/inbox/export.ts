import { onTheWire } from '../appointments/period.js';
import { askedTimes, standingOf } from '../appointments/standing.js';
import type { AppointmentSettings } from '../appointments/settings.js';
import type { StoredSubmission, SubmissionFilter, SubmissionStore } from '../store/store.js';
import { valueOf } from '../submissions/fields.js';
import { BYTE_ORDER_MARK, csvRecord, MAX_OWN_COLUMNS, type CsvSeparator } from './csv.js';
import { inBatches } from './in-batches.js';
import { STANDARD_FIELDS } from './labels.js';

/** One JSON object a line, newest first, exactly as it was sent. Files by name; their content stays in the inbox. */
export async function* exportNdjson(
  store: SubmissionStore,
  filter: SubmissionFilter,
): AsyncGenerator<string, void> {
  for await (const batch of inBatches(store, filter))
    for (const submission of batch) yield `${JSON.stringify(submission)}\n`;
}

/**
 * A sheet with a column for every field that occurs. Two passes, since the header comes first: what arrives in
 * between has no row, and own fields beyond the columns stand together in the last one. Where there are requests for
 * appointments, two columns say how each stands and which times it is about, in the company's zone.
 */
export async function* exportCsv(
  store: SubmissionStore,
  filter: SubmissionFilter,
  settings: AppointmentSettings,
  separator: CsvSeparator = ',',
): AsyncGenerator<string, void> {
  const record = (cells: Parameters<typeof csvRecord>[0]) => csvRecord(cells, separator);
  const names = new Set<string>();
  let newest: StoredSubmission | undefined;
  let hasAppointments = false;
  for await (const batch of inBatches(store, filter))
    for (const submission of batch) {
      newest ??= submission;
      hasAppointments ||= submission.appointment !== undefined;
      for (const name of Object.keys(submission.fields)) names.add(name);
    }
  const standard = STANDARD_FIELDS.filter((name) => names.delete(name));
  const columns = [...standard, ...[...names].slice(0, MAX_OWN_COLUMNS)];
  const surplus = [...names].slice(MAX_OWN_COLUMNS);

  yield (
    BYTE_ORDER_MARK +
    record([
      'inbox_reference',
      'inbox_received_at',
      'inbox_state',
      'inbox_quarantined',
      'inbox_files',
      ...(hasAppointments ? ['inbox_appointment', 'inbox_appointment_times'] : []),
      ...columns,
      ...(surplus.length ? ['inbox_more_fields'] : []),
    ])
  );
  for await (const batch of inBatches(store, filter))
    for (const submission of batch) {
      if (!newest || isNewer(submission, newest)) continue;
      const { reference, receivedAt, state, quarantined, files, fields } = submission;
      const more = surplus.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]);
      yield record([
        reference,
        receivedAt,
        state,
        quarantined,
        files.map(({ name }) => name),
        ...(hasAppointments ? appointmentCells(submission, settings) : []),
        ...columns.map((name) => valueOf(fields, name)),
        ...(more.length ? [JSON.stringify(Object.fromEntries(more))] : []),
      ]);
    }
}

const appointmentCells = (submission: StoredSubmission, settings: AppointmentSettings) => {
  const { appointment, fields } = submission;
  if (!appointment) return [undefined, undefined];
  const decided = appointment.decisions.findLast(({ times }) => times.length > 0);
  const times = decided?.times ?? askedTimes(fields, settings.slotMinutes);
  const wire = times.map((time) => Object.values(onTheWire(time, settings.timeZone)).join('/'));
  return [standingOf(submission), wire];
};

const isNewer = (a: StoredSubmission, b: StoredSubmission): boolean =>
  `${a.receivedAt} ${a.id}` > `${b.receivedAt} ${b.id}`;
