import type { Tick } from '../ids';
import { earliest } from '../table';
import type { ControllerState } from './state';

/** When the controller has something to do without being asked. */
export function controllerDueAt(controller: ControllerState): Tick | null {
  return earliest([
    controller.staleCheckDueAt,
    controller.preferredElectionDueAt,
    controller.uncleanElectionDueAt,
  ]);
}
