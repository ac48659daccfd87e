/** The promises that faults are meant to break; all but the last three hold of every world. */
export const PROMISE = {
  acknowledged:
    'A record acknowledged with acks=all is on every replica that may be elected cleanly',
  committed: 'What a leader calls committed is on every replica of the in-sync set',
  counts: 'A leader counts every replica that could succeed it',
  fenced: 'No broker that is fenced or shutting down is in sync',
  highWatermark: 'A high watermark lies within its log',
  leader: 'A leader is a member of the in-sync set',
  once: 'No record stands twice in a log',
  settles: 'A healed cluster settles',
  agrees: 'In a healed cluster all logs agree',
};
