import type { Command } from '../src/sim/command';
import type { WireCommand } from '../src/sim/command/wire';
import { brokerNode } from '../src/sim/ids';
import type { BrokerId, NodeId, PartitionId } from '../src/sim/ids';
import type { World } from '../src/sim/world';
import { castOf } from './cast';

/** Somebody by the part that he plays for a partition, when it is done. */
export type Part = 'leader' | 'follower' | 'controller' | 'producer' | 'consumer';

/** What befalls the network, and processes that stand still. */
export type NetworkAction =
  | {
      readonly type: 'cut';
      readonly from: Part;
      readonly to: Part;
      readonly bothWays: boolean;
      readonly partition: number;
    }
  | { readonly type: 'healLinks' }
  | {
      readonly type: 'handle';
      readonly how: WireCommand['type'];
      /** Which of the messages under way, those that stand still first. */
      readonly nth: number;
    }
  | { readonly type: 'releaseAll' }
  | {
      readonly type: 'pause';
      readonly who: 'leader' | 'follower';
      readonly forMs: number;
      readonly partition: number;
    };

/** The commands that an action comes to, none when nobody plays the part. */
export function networkCommandsOf(
  world: World,
  action: NetworkAction,
  partition: PartitionId | null,
): readonly Command[] {
  switch (action.type) {
    case 'healLinks':
      return [{ type: 'healAllLinks' }];
    case 'handle':
      return handleOf(world, action);
    case 'releaseAll':
      return world.network.held.map(({ flight }) => ({
        type: 'releaseMessage',
        flight: flight.id,
      }));
    case 'cut': {
      const from = nodeOf(world, action.from, partition);
      const to = nodeOf(world, action.to, partition);
      if (from === null || to === null) return [];
      return [{ type: 'cutLink', from, to, bothWays: action.bothWays }];
    }
    case 'pause': {
      const broker = brokerFor(world, action.who, partition);
      return broker === null ? [] : [{ type: 'pauseBroker', broker, forMs: action.forMs }];
    }
    default:
      return action satisfies never;
  }
}

// Of the routine traffic there is so much that the rest would hardly be met.
function handleOf(
  { flights, network }: World,
  { how, nth }: Extract<NetworkAction, { readonly type: 'handle' }>,
): readonly Command[] {
  const held = network.held.filter(({ byHand }) => byHand).map(({ flight }) => flight);
  const news = flights.filter(({ background }) => !background);
  const isForHeld = how === 'releaseMessage' || how === 'deliverMessage';
  const all = isForHeld ? [...held, ...news] : [...news, ...held, ...flights];
  const flight = all[nth % all.length];
  return flight === undefined ? [] : [{ type: how, flight: flight.id }];
}

function nodeOf(world: World, part: Part, partition: PartitionId | null): NodeId | null {
  if (part === 'controller') return 'controller';
  if (part === 'producer') return 'producer-1';
  if (part === 'consumer') return 'consumer-1';
  const broker = brokerFor(world, part, partition);
  return broker === null ? null : brokerNode(broker);
}

function brokerFor(
  world: World,
  part: 'leader' | 'follower',
  partition: PartitionId | null,
): BrokerId | null {
  const { leader, followers } = castOf(world, partition);
  return part === 'leader' ? leader : (followers[0] ?? null);
}
