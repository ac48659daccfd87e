import { describe, expect, it } from 'vitest';
import { append } from './log';
import { emptyReplica } from './leadership';
import { flushedOffset, onDiskAfterAppend, onDiskAfterCut } from './pageCache';
import type { Replica } from './state';
import { recordOf } from '../../../test/conformance/adapter/rig';

function appended(replica: Replica, now: number): Replica {
  const offset = replica.log.records.length;
  return {
    ...replica,
    log: append(replica.log, [recordOf(offset, 0)]),
    onDisk: onDiskAfterAppend(replica, now),
  };
}

describe('what a loss of power leaves of a log', () => {
  const once = appended(emptyReplica('orders-0'), 1_000);

  it('is nothing of a record that is younger than 30 s', () => {
    expect(flushedOffset(once, 30_999)).toBe(0);
  });

  it('is all that the log had when its oldest unwritten record was 30 s old', () => {
    expect(flushedOffset(appended(once, 20_000), 31_000)).toBe(2);
  });

  it('is what was written before, when more was appended since', () => {
    const later = appended(appended(once, 20_000), 40_000);
    expect(flushedOffset(later, 69_999)).toBe(2);
    expect(flushedOffset(later, 70_000)).toBe(3);
  });

  it('is never more than was left by a cut', () => {
    const cut = {
      ...once,
      log: emptyReplica('orders-0').log,
      onDisk: onDiskAfterCut(once.onDisk, 0),
    };
    expect(cut.onDisk).toEqual({ offset: 0, flushDueAt: null });
    expect(flushedOffset(appended(cut, 20_000), 31_500)).toBe(0);
  });
});
