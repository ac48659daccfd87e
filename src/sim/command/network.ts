import type { NodeId } from '../ids';

/** What befalls the network. */
export type NetworkCommand = CutLink | HealLink | HealAllLinks;

/** Messages from one node to another are lost from now on; both ways if so asked. */
export interface CutLink {
  readonly type: 'cutLink';
  readonly from: NodeId;
  readonly to: NodeId;
  readonly bothWays: boolean;
}

/** Messages from one node to another arrive again; both ways if so asked. */
export interface HealLink {
  readonly type: 'healLink';
  readonly from: NodeId;
  readonly to: NodeId;
  readonly bothWays: boolean;
}

/** Every cut link works again. */
export interface HealAllLinks {
  readonly type: 'healAllLinks';
}
