import type { NetworkCommand } from '../command/network';
import type { Draft } from '../draft';

/** Does to the network what a person asks for. */
export function obeyNetwork(_draft: Draft, command: NetworkCommand): void {
  switch (command.type) {
    case 'cutLink':
    case 'healLink':
    case 'healAllLinks':
      return;
    default:
      return command satisfies never;
  }
}
