/** How far a model goes: it is finite, and everything in it is looked at. */
export interface Size {
  readonly replicas: number;
  /** A log holds at most so many records. */
  readonly logSize: number;
  readonly maxRecords: number;
  /** Epochs go from 0 to this one. */
  readonly maxLeaderEpoch: number;
}

/** A record: no two written ones have the same id. */
export interface LogRecord {
  readonly id: number;
  /** Of the leader that took it. */
  readonly epoch: number;
}

/**
 * All logs of a size are made beforehand, as a tree: to append is to go to a longer one, to
 * truncate is to go back to a shorter one, and two logs are equal when they are the same object.
 */
export interface Log {
  /** Its place among all logs of the size. */
  readonly number: number;
  readonly records: readonly LogRecord[];
  /** The first so many records of it. The last of these is the log itself. */
  readonly prefixes: readonly Log[];
  /** By the id and then the epoch of one more record; empty when the log is full or has the id. */
  readonly longer: readonly (readonly Log[])[];
}

/** Every log of a size, by number. The first is empty. */
export function logsOf(size: Size): readonly Log[] {
  const logs: Log[] = [];
  growFrom([], [], size, logs);
  return logs;
}

/** Where the next record goes. */
export function endOf(log: Log): number {
  return log.records.length;
}

/** The log has room for one more. */
export function hasRoom(log: Log): boolean {
  return log.longer.length > 0;
}

/** The log with one more record. Throws when it is full. */
export function append(log: Log, { id, epoch }: LogRecord): Log {
  return at(at(log.longer, id), epoch);
}

/** The first records of a log, up to an offset within it. */
export function truncate(log: Log, endOffset: number): Log {
  return at(log.prefixes, endOffset);
}

/** Both logs have all records below an offset, and the same ones. */
export function agreeBelow(one: Log, other: Log, offset: number): boolean {
  const prefix = one.prefixes[offset];
  return prefix !== undefined && prefix === other.prefixes[offset];
}

/** An item of a list that must be there. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no item ${index} among ${list.length}.`);
  return item;
}

function growFrom(
  records: readonly LogRecord[],
  shorter: readonly Log[],
  size: Size,
  logs: Log[],
): Log {
  const prefixes: Log[] = [...shorter];
  const longer: Log[][] = [];
  const log: Log = { number: logs.length, records, prefixes, longer };
  prefixes.push(log);
  logs.push(log);
  if (records.length === size.logSize) return log;
  for (let id = 0; id < size.maxRecords; id++) {
    const byEpoch: Log[] = [];
    longer.push(byEpoch);
    // A record keeps its offset wherever it is copied to, so no log ever holds it twice.
    if (records.some((record) => record.id === id)) continue;
    for (let epoch = 0; epoch <= size.maxLeaderEpoch; epoch++) {
      byEpoch.push(growFrom([...records, { id, epoch }], prefixes, size, logs));
    }
  }
  return log;
}
