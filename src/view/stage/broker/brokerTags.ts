import type { BrokerState } from '../../../sim/broker/state';

/** Something that is wrong with a broker that goes on all the same. */
export interface BrokerTag {
  readonly long: string;
  readonly short: string;
}

/** What its disks suffer from. */
export function brokerTags({
  offlineDirectories,
  writeMsPerRecord,
}: Pick<BrokerState, 'offlineDirectories' | 'writeMsPerRecord'>): readonly BrokerTag[] {
  const failed = offlineDirectories.map((name) => `${name} failed`);
  const tags = failed.map((text) => ({ long: text, short: text }));
  if (writeMsPerRecord === 0) return tags;
  const rate = `${writeMsPerRecord / 1000} s a record`;
  return [...tags, { long: `slow disk ${rate}`, short: 'slow disk' }];
}
