/**
 * What the owner has, counted. An id can't be stored twice, so rows are told apart by what visitors wrote: each
 * message carries a marker of its own. Two rows with one marker are one message that went out under two ids.
 */
import type { StoredSubmission } from '../../demo/receiver/store/store.js';
import { signedIn } from '../receiver/inbox-client.js';

/** A row of the receiver, or what a stand-in kept: fields by wire name. */
export interface Row {
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Tally {
  readonly submitted: number;
  /** Markers with at least one row. */
  readonly stored: number;
  /** Markers without a row. */
  readonly lost: readonly string[];
  /** Markers with more than one row. `marked`: all rows but one say `possible_duplicate`. */
  readonly doubled: readonly {
    readonly marker: string;
    readonly ids: readonly string[];
    readonly marked: boolean;
  }[];
  /** Rows without a marker that was submitted. */
  readonly strangers: readonly Row[];
}

const MARKER = /\[\[([\w-]+)\]\]/;

/** A text of the visitor's that carries a marker: letters, digits, `_` and `-`. */
export const withMarker = (marker: string, text: string): string => `${text} [[${marker}]]`;

/** The marker in any of a row's texts. */
export const markerOf = ({ fields }: Row): string | undefined => {
  for (const value of Object.values(fields)) {
    const marker = typeof value === 'string' ? MARKER.exec(value)?.[1] : undefined;
    if (marker) return marker;
  }
  return undefined;
};

/** Holds rows against the markers of what visitors sent, each of which should have one. */
export const tally = (submitted: Iterable<string>, rows: Iterable<Row>): Tally => {
  const byMarker = new Map<string, Row[]>();
  for (const marker of submitted) byMarker.set(marker, []);
  const strangers: Row[] = [];
  for (const row of rows) (byMarker.get(markerOf(row) ?? '') ?? strangers).push(row);
  const all = [...byMarker];
  return {
    submitted: byMarker.size,
    stored: all.filter(([, found]) => found.length > 0).length,
    lost: all.filter(([, found]) => found.length === 0).map(([marker]) => marker),
    doubled: all
      .filter(([, found]) => found.length > 1)
      .map(([marker, found]) => ({
        marker,
        ids: found.map(({ fields }) => String(fields['submission_id'])),
        marked:
          found.filter(({ fields }) => String(fields['possible_duplicate']) === 'true').length >=
          found.length - 1,
      })),
    strangers,
  };
};

/**
 * Everything that a running receiver has, quarantine included, as its owner downloads it.
 * @param receiver its address, without a path
 */
export const exportedRows = async (receiver: string, password?: string): Promise<StoredSubmission[]> => {
  const inbox = await signedIn({ url: receiver }, password);
  const lists = await Promise.all(
    ['', '?quarantine=yes'].map((query) => inbox.page(`/inbox/export.ndjson${query}`)),
  );
  return lists.flatMap((list) =>
    list
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as StoredSubmission),
  );
};
