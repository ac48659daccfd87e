import type { Event } from '../event';
import type { NodeId } from '../ids';
import type { Message } from '../message';
import type { Wire } from '../network';
import type { ControllerState } from './state';

/** What the controller's handlers are given: its own state, the wire, the time. */
export interface ControllerTurn {
  readonly wire: Wire;
  controller: ControllerState;
}

/** Changes some fields of the controller. */
export function changeController(turn: ControllerTurn, fields: Partial<ControllerState>): void {
  turn.controller = { ...turn.controller, ...fields };
}

/** Sends a message. Routine: it carries no news, and is drawn faint. */
export function answer(turn: ControllerTurn, to: NodeId, message: Message, routine = false): void {
  turn.wire.outbox.push({ from: 'controller', to, message, background: routine });
}

/** Tells what the controller decided. */
export function announce(turn: ControllerTurn, event: Event): void {
  turn.wire.events.push(event);
}
