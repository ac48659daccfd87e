/** How long the lessons take: their list says so before it has fetched them. */
export const MINUTES: { readonly [lesson in string]: number } = {
  why: 4,
  factor: 5,
  brokerDown: 4,
  writes: 4,
  failover: 4,
  threeWays: 5,
  acks: 6,
  minInsync: 4,
  highWatermark: 4,
  truncation: 5,
  unclean: 5,
  slowFollower: 5,
  nearest: 6,
  balance: 5,
};
