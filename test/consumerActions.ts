import type { Command } from '../src/sim/command';
import type { AutoOffsetReset } from '../src/sim/config';
import type { ConsumerId } from '../src/sim/ids';
import type { World } from '../src/sim/world';

/** What a person does with consumers. */
export type ConsumerAction =
  | { readonly type: 'addConsumer'; readonly rack: string | null }
  | { readonly type: 'restartConsumer'; readonly consumer: number }
  | {
      readonly type: 'changeReset';
      readonly consumer: number;
      readonly value: AutoOffsetReset;
    };

/** The command that an action comes to in a world. */
export function consumerCommandOf(world: World, action: ConsumerAction): Command {
  if (action.type === 'addConsumer') return action;
  const consumer = nthConsumer(world, action.consumer);
  if (action.type === 'restartConsumer') return { type: 'restartConsumer', consumer };
  return { type: 'changeAutoOffsetReset', consumer, value: action.value };
}

function nthConsumer({ consumers }: World, nth: number): ConsumerId {
  return `consumer-${1 + (nth % Object.keys(consumers).length)}`;
}
