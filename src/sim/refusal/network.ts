import type { NetworkCommand } from '../command/network';
import type { World } from '../world';
import { notYet } from './refuse';
import type { Refusal } from './refuse';

/** Why something done to the network would change nothing. */
export function refuseNetwork(_world: World, command: NetworkCommand): Refusal | null {
  switch (command.type) {
    case 'cutLink':
    case 'healLink':
    case 'healAllLinks':
      return notYet();
    default:
      return command satisfies never;
  }
}
