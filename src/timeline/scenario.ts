import type { StampedCommand } from '../sim/command';
import type { Settings } from '../sim/config';
import type { Tick } from '../sim/ids';

/** A run as a value: the save file, the undo history, the fixture. */
export interface Scenario {
  readonly version: 1;
  readonly settings: Settings;
  readonly seed: number;
  /** In the order of their ticks. */
  readonly commands: readonly StampedCommand[];
  /** Where the told history begins; what lies before is a prologue that nobody is shown. */
  readonly startsAt: Tick;
}
