import type { AdministrationCommand } from './command/administration';
import type { ClientCommand } from './command/client';
import type { FailureCommand } from './command/failure';
import type { NetworkCommand } from './command/network';
import type { WireCommand } from './command/wire';
import type { Tick } from './ids';

/** What a person can do to a cluster. The only input of a run. */
export type Command =
  ClientCommand | FailureCommand | NetworkCommand | WireCommand | AdministrationCommand;

/** A command and the tick at which it is obeyed. */
export interface StampedCommand {
  readonly at: Tick;
  readonly command: Command;
}
