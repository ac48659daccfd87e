import type { Command } from '../src/sim/command';
import { brokerIdsIn } from '../src/sim/ids';
import type { BrokerId, PartitionId } from '../src/sim/ids';
import type { World } from '../src/sim/world';
import { castOf } from './cast';

type Role = 'leader' | 'follower';

/** What befalls brokers and their disks, besides a crash. */
export type FailureAction =
  | {
      readonly type: 'fail';
      readonly how: 'shutDownBroker' | 'cutPower' | 'loseInstance';
      readonly who: Role;
      readonly partition: number;
    }
  | { readonly type: 'replaceDisks'; readonly who: Role; readonly partition: number }
  | {
      readonly type: 'slowDisk';
      readonly who: Role;
      readonly msPerRecord: number;
      readonly partition: number;
    }
  | {
      readonly type: 'failDirectory';
      readonly who: Role;
      readonly directory: string;
      readonly partition: number;
    }
  | { readonly type: 'hastenDisks' }
  /** Whoever cannot read some directory, or stops of itself, is down, and then gets new disks. */
  | { readonly type: 'stopMaimed' }
  | { readonly type: 'mendMaimed' };

/** The commands that an action comes to, none when nobody plays the part. */
export function failureCommandsOf(
  world: World,
  action: FailureAction,
  partition: PartitionId | null,
): readonly Command[] {
  switch (action.type) {
    case 'hastenDisks':
      return brokersOf(world).map((broker) => ({ type: 'slowDisk', broker, msPerRecord: 0 }));
    case 'stopMaimed':
      return [...stopping(world), ...maimed(world)].map((broker) => ({
        type: 'crashBroker',
        broker,
      }));
    case 'mendMaimed':
      return maimed(world).map((broker) => ({ type: 'replaceDisks', broker }));
    case 'fail':
    case 'replaceDisks':
    case 'slowDisk':
    case 'failDirectory': {
      const { leader, followers } = castOf(world, partition);
      const broker = action.who === 'leader' ? leader : (followers.at(-1) ?? null);
      return broker === null ? [] : [commandOn(action, broker)];
    }
    default:
      return action satisfies never;
  }
}

function commandOn(
  action: Extract<FailureAction, { readonly who: Role }>,
  broker: BrokerId,
): Command {
  switch (action.type) {
    case 'fail':
      return { type: action.how, broker };
    case 'replaceDisks':
      return { type: 'replaceDisks', broker };
    case 'slowDisk':
      return { type: 'slowDisk', broker, msPerRecord: action.msPerRecord };
    case 'failDirectory':
      return { type: 'failLogDirectory', broker, directory: action.directory };
    default:
      return action satisfies never;
  }
}

function brokersOf(world: World): readonly BrokerId[] {
  return brokerIdsIn(world.brokers);
}

function stopping(world: World): readonly BrokerId[] {
  return brokersOf(world).filter((id) => (world.brokers[id]?.shutdown ?? null) !== null);
}

function maimed(world: World): readonly BrokerId[] {
  return brokersOf(world).filter((id) => (world.brokers[id]?.offlineDirectories.length ?? 0) > 0);
}
