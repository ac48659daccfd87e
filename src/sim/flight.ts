import type { NodeId, Tick } from './ids';

/** Where a message stood when somebody changed its time of arrival. */
export interface Retimed {
  readonly at: Tick;
  /** How much of its way it had behind it, 0 to 1. */
  readonly share: number;
}

/** When a message travels: an even pace from where it set out, or from where it was retimed. */
export interface Travel {
  readonly sentAt: Tick;
  readonly arrivesAt: Tick;
  readonly retimed?: Retimed;
}

/** What travels in order: messages of one kind from one node to another. */
export interface Way {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: { readonly type: string };
}

/** How much of its way a message has behind it, 0 to 1, at a cluster time in fractional ticks. */
export function shareOfWay(travel: Travel, clusterTime: number): number {
  const { at, share } = travel.retimed ?? { at: travel.sentAt, share: 0 };
  if (clusterTime >= travel.arrivesAt) return 1;
  if (clusterTime <= at) return share;
  return share + ((1 - share) * (clusterTime - at)) / (travel.arrivesAt - at);
}

/** How long a message travels at its present pace, in milliseconds. */
export function travelMs({ sentAt, arrivesAt, retimed }: Travel): number {
  return arrivesAt - (retimed?.at ?? sentAt);
}

/** Whether two messages keep their order: same kind, same sender, same receiver. */
export function isSameWay(one: Way, other: Way): boolean {
  return one.from === other.from && one.to === other.to && one.message.type === other.message.type;
}
