import type { TruncationPoint } from './followerActions';
import { endOf } from './log';

/** Before KIP-101: a follower's own high watermark, which lags a round trip behind its leader's. */
export const ownHighWatermark: TruncationPoint = (_, follower) => follower.hw;

/**
 * KIP-101: where the follower's last epoch ends on the leader. The leader answers with the start of
 * its first larger epoch, and when it has none the follower falls back to its high watermark.
 */
export const endOfLastEpoch: TruncationPoint = (leader, follower) => {
  const last = follower.log.records.at(-1);
  if (last === undefined) return 0;
  if (leader.log.records.at(-1)?.epoch === last.epoch) return endOf(leader.log);
  const firstLarger = leader.log.records.findIndex(({ epoch }) => epoch > last.epoch);
  return firstLarger === -1 ? follower.hw : firstLarger;
};

/** KIP-279: one past the last record that both have at the same offset, in the same epoch. */
export const pastLastMatch: TruncationPoint = (leader, follower) => {
  for (let offset = endOf(follower.log) - 1; offset >= 0; offset--) {
    const [one, other] = [leader.log.records[offset], follower.log.records[offset]];
    if (one?.id === other?.id && one?.epoch === other?.epoch) return offset + 1;
  }
  return 0;
};

/** First try of KIP-320: nowhere yet. The log is truncated once a fetch finds that it diverges. */
export const nowhereYet: TruncationPoint = (_, follower) => endOf(follower.log);
