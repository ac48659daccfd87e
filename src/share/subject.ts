import type { BrokerId, ClientId, PartitionId } from '../sim/ids';

/** What can be picked, on the stage or elsewhere, to be looked at closely. */
export type Subject =
  | { readonly type: 'controller' }
  | { readonly type: 'broker'; readonly broker: BrokerId }
  | { readonly type: 'client'; readonly client: ClientId }
  | { readonly type: 'partition'; readonly partition: PartitionId }
  | { readonly type: 'replica'; readonly broker: BrokerId; readonly partition: PartitionId }
  | { readonly type: 'record'; readonly partition: PartitionId; readonly recordId: number }
  | { readonly type: 'message'; readonly flightId: number };

/** The panels at the side of the stage, of which one is shown; `lesson` while one is taken. */
export type PanelName = 'lesson' | 'events' | 'inspect' | 'wire' | 'records' | 'promises' | 'tools';
