import { rowsOf } from '../table';
import { connectionClosedOn, isRequest } from '../message';
import type { Flight } from '../message';
import { loseMessage } from '../network';
import { deliverToBroker } from './broker';
import type { BrokerState } from './state';
import { changeBroker, isServing, send, tell } from './turn';
import type { BrokerTurn } from './turn';

/** A message reaches a broker's machine: its process takes it, or nobody does. */
export function receive(turn: BrokerTurn, flight: Flight): void {
  const { broker } = turn;
  if (broker.machine !== 'on') return loseMessage(turn.wire, flight, 'machineOff');
  if (!listensTo(broker, flight)) return refuseConnection(turn, flight);
  // The machine takes what comes for a process that stands still: it waits in the socket.
  if (broker.pausedUntil !== null) {
    changeBroker(turn, { inbox: [...broker.inbox, flight] });
    return;
  }
  deliverToBroker(turn, flight);
}

/** The process stands still from now on: it reads nothing, says nothing, and no timer runs. */
export function pauseProcess(turn: BrokerTurn, forMs: number): void {
  const { id, replicas } = turn.broker;
  const leads = rowsOf(replicas).filter(({ role }) => role.type === 'leader').length;
  changeBroker(turn, { pausedUntil: turn.wire.now + forMs });
  tell(turn, { type: 'brokerPaused', broker: id, forMs, leads });
}

/** When its pause is over a process first reads what has come meanwhile, in its order. */
export function resumeWhenOver(turn: BrokerTurn): void {
  const { id, pausedUntil, inbox } = turn.broker;
  if (pausedUntil === null || pausedUntil > turn.wire.now) return;
  changeBroker(turn, { pausedUntil: null, inbox: [] });
  tell(turn, { type: 'brokerResumed', broker: id, waiting: inbox.length });
  for (const flight of inbox) receive(turn, flight);
}

// A starting broker talks to the controller only; its port for the others opens with the unfencing.
function listensTo(broker: BrokerState, { from }: Flight): boolean {
  if (broker.lifecycle === 'NOT_RUNNING') return false;
  return isServing(broker) || from === 'controller';
}

// The machine is up and nobody listens at the port: it says so at once.
function refuseConnection(turn: BrokerTurn, flight: Flight): void {
  loseMessage(turn.wire, flight, 'receiverDown');
  const { from, message } = flight;
  if (isRequest(message)) send(turn, from, connectionClosedOn(message), true);
}
