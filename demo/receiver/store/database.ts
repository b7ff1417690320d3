/** What portable SQL can hold: text without NUL, whole numbers, bytes. */
export type SqlValue = string | number | Uint8Array<ArrayBuffer> | null;

export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement. Parameters are `$1`, `$2` … in the SQL, and may be used more than once. */
export interface Executor {
  query(sql: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
}

/**
 * What receivers of one database do one at a time: change its schema or import into it, give out times, invite people,
 * take requests to be called.
 */
export type ExclusiveWork = 'schema' | 'times' | 'invitations' | 'callbacks';

/** The little that differs between databases. */
export interface Database extends Executor {
  /** Names of the column types for bytes and for 64-bit integers. */
  readonly types: { readonly bytes: string; readonly integer: string };
  /** Runs `work` in one writing transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** Runs `work` on one state of the whole database, whatever others write meanwhile. For reading only. */
  snapshot<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** As {@link transaction}, while no other receiver does work of the same kind in the same database. */
  exclusive<T>(kind: ExclusiveWork, work: (executor: Executor) => Promise<T>): Promise<T>;
  /** What was erased is to be gone from the disk, too, where that doesn't come about by itself. */
  forget(): Promise<void>;
  close(): Promise<void>;
}
