import type { NodeId } from '../ids';
import type { Message } from '../message';

/** What somebody has done to a message on its way. */
export type WireEvent =
  | Deed<'messageHeld'>
  | Deed<'messageReleased'>
  | Deed<'messageDuplicated'>
  | Deed<'messageHastened'>;

interface Deed<Type> {
  readonly type: Type;
  readonly flightId: number;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: Message['type'];
}
