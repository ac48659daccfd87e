import { crash, loseInstance, losePower } from '../broker/crash';
import { failLogDirectory, replaceDisks, slowDisk } from '../broker/disks';
import { pauseProcess } from '../broker/receive';
import { beginShutdown } from '../broker/shutdown';
import { start } from '../broker/start';
import type { FailureCommand } from '../command/failure';
import { brokerTurn } from '../draft';
import type { Draft } from '../draft';

/** Does to a broker what a person asks for. */
export function obeyFailure(draft: Draft, command: FailureCommand): void {
  const turn = brokerTurn(draft, command.broker);
  switch (command.type) {
    case 'crashBroker':
      return crash(turn, 'killed');
    case 'startBroker':
      return start(turn);
    case 'cutPower':
      return losePower(turn);
    case 'loseInstance':
      return loseInstance(turn);
    case 'replaceDisks':
      return replaceDisks(turn);
    case 'slowDisk':
      return slowDisk(turn, command.msPerRecord);
    case 'pauseBroker':
      return pauseProcess(turn, command.forMs);
    case 'shutDownBroker':
      return beginShutdown(turn);
    case 'failLogDirectory':
      return failLogDirectory(turn, command.directory);
    default:
      return command satisfies never;
  }
}
