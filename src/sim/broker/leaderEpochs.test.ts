import { describe, expect, it } from 'vitest';
import {
  UNKNOWN_EPOCH_END,
  assignEpoch,
  endOffsetFor,
  latestEpoch,
  truncateFromEnd,
  truncateFromStart,
} from './leaderEpochs';

// Epoch 1 wrote offsets 0 to 9, epoch 3 wrote 10 to 24, epoch 4 writes from 25 on.
const lineage = [
  { epoch: 1, startOffset: 0 },
  { epoch: 3, startOffset: 10 },
  { epoch: 4, startOffset: 25 },
];

describe('the end of an epoch', () => {
  it('is the log end for the newest epoch', () => {
    expect(endOffsetFor(lineage, 4, 30)).toEqual({ epoch: 4, endOffset: 30 });
  });

  it('is the start of the next larger epoch for an older one', () => {
    expect(endOffsetFor(lineage, 1, 30)).toEqual({ epoch: 1, endOffset: 10 });
  });

  it('is told of the largest lower epoch when the asked one wrote nothing here', () => {
    expect(endOffsetFor(lineage, 2, 30)).toEqual({ epoch: 1, endOffset: 10 });
  });

  it('is the start of the first epoch for one that is older than all', () => {
    expect(endOffsetFor(lineage, 0, 30)).toEqual({ epoch: 0, endOffset: 0 });
  });

  it('is unknown for an epoch that this log has not come to', () => {
    expect(endOffsetFor(lineage, 5, 30)).toEqual(UNKNOWN_EPOCH_END);
    expect(endOffsetFor([], 0, 0)).toEqual(UNKNOWN_EPOCH_END);
  });

  it('is unknown for a reader that names no epoch', () => {
    expect(endOffsetFor(lineage, -1, 30)).toEqual({ epoch: -1, endOffset: -1 });
  });
});

describe('an epoch that is entered', () => {
  it('becomes the latest one, which an empty log lacks', () => {
    expect(latestEpoch([])).toBe(-1);
    expect(latestEpoch(assignEpoch(lineage, 6, 30))).toBe(6);
  });

  it('counts even before it has a record, as at an election', () => {
    expect(assignEpoch([], 0, 0)).toEqual([{ epoch: 0, startOffset: 0 }]);
  });

  it('keeps its first start when later records of it arrive', () => {
    expect(assignEpoch(lineage, 4, 28)).toBe(lineage);
  });

  it('throws out every entry that starts as late as itself', () => {
    const after = [...lineage.slice(0, 2), { epoch: 5, startOffset: 25 }];
    expect(assignEpoch(lineage, 5, 25)).toEqual(after);
  });

  it('throws out every entry of an epoch as large as itself', () => {
    const after = [...lineage.slice(0, 1), { epoch: 3, startOffset: 30 }];
    expect(assignEpoch(lineage, 3, 30)).toEqual(after);
  });
});

describe('a log that is cut', () => {
  it('forgets an epoch that starts right at its new end', () => {
    expect(truncateFromEnd(lineage, 25)).toEqual(lineage.slice(0, 2));
  });

  it('keeps its epochs when all of them start before its new end', () => {
    expect(truncateFromEnd(lineage, 26)).toBe(lineage);
    expect(truncateFromEnd([], 26)).toEqual([]);
  });

  it('keeps the epoch at its new start, beginning there', () => {
    expect(truncateFromStart(lineage, 12)).toEqual([
      { epoch: 3, startOffset: 12 },
      { epoch: 4, startOffset: 25 },
    ]);
  });

  it('keeps its epochs when none starts before its new start', () => {
    const late = lineage.slice(1);
    expect(truncateFromStart(late, 5)).toBe(late);
  });
});
