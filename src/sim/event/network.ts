import type { NodeId } from '../ids';

/** What befell the network. */
export type NetworkEvent =
  | {
      readonly type: 'linkCut';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly bothWays: boolean;
    }
  | {
      readonly type: 'linkHealed';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly bothWays: boolean;
    };
