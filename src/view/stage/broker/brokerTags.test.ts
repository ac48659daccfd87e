import { expect, it } from 'vitest';
import { brokerTags } from './brokerTags';

const SOUND = { offlineDirectories: [], writeMsPerRecord: 0 };

it('a broker whose disks are well has no tag', () => {
  expect(brokerTags(SOUND)).toEqual([]);
});

it('says which directories failed, and how slow the disk is', () => {
  const tags = brokerTags({ offlineDirectories: ['d1'], writeMsPerRecord: 1_500 });
  expect(tags.map(({ long }) => long)).toEqual(['d1 failed', 'slow disk 1.5 s a record']);
  expect(tags.map(({ short }) => short)).toEqual(['d1 failed', 'slow disk']);
});
