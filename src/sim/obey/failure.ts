import { crash, start } from '../broker/lifecycle';
import { pauseProcess } from '../broker/receive';
import type { FailureCommand } from '../command/failure';
import { brokerTurn } from '../draft';
import type { Draft } from '../draft';

/** Does to a broker what a person asks for. */
export function obeyFailure(draft: Draft, command: FailureCommand): void {
  switch (command.type) {
    case 'crashBroker':
      return crash(brokerTurn(draft, command.broker));
    case 'startBroker':
      return start(brokerTurn(draft, command.broker));
    case 'pauseBroker':
      return pauseProcess(brokerTurn(draft, command.broker), command.forMs);
    case 'shutDownBroker':
    case 'cutPower':
    case 'loseInstance':
    case 'replaceDisks':
    case 'slowDisk':
    case 'failLogDirectory':
      return;
    default:
      return command satisfies never;
  }
}
