/** What somebody does to one message on its way, by its number in the run. */
export type WireCommand =
  HoldMessage | ReleaseMessage | DropMessage | DuplicateMessage | DeliverMessage;

/** It stands still, and what is sent after it on its way waits behind it. */
export interface HoldMessage {
  readonly type: 'holdMessage';
  /** `Flight.id`, a whole number from 1. */
  readonly flight: number;
}

/** It goes on, and arrives after what was left of its latency. */
export interface ReleaseMessage {
  readonly type: 'releaseMessage';
  readonly flight: number;
}

/** It dies where it is, and nobody is told. */
export interface DropMessage {
  readonly type: 'dropMessage';
  readonly flight: number;
}

/** It arrives a second time, right after the first. */
export interface DuplicateMessage {
  readonly type: 'duplicateMessage';
  readonly flight: number;
}

/** It arrives at the next tick, with what was sent before it on its way. */
export interface DeliverMessage {
  readonly type: 'deliverMessage';
  readonly flight: number;
}
