import type { Command } from '../../sim/command';
import type { Settings } from '../../sim/config';
import { DEFAULT_SETTINGS } from '../../sim/config';
import type { Tick } from '../../sim/ids';
import type { Scenario } from '../../timeline/scenario';

/** A prepared run that shows what a setting leads to. */
export interface AdviceScene {
  /** What to watch, in one or two sentences: said while it stands at its start. */
  readonly watch: string;
  readonly scenario: Scenario;
}

/** A command at so many milliseconds of cluster time. */
type Deed = readonly [at: Tick, command: Command];

/**
 * The scenario of a scene: one topic with one partition, unless told otherwise.
 *
 * @param startsAt where the told history begins, in ticks; what is done before is a prologue
 */
export function adviceScene(
  watch: string,
  settings: Partial<Settings>,
  startsAt: Tick,
  deeds: readonly Deed[],
): AdviceScene {
  const scenario: Scenario = {
    version: 1,
    settings: { ...DEFAULT_SETTINGS, partitions: 1, ...settings },
    seed: 1,
    commands: deeds.map(([at, command]) => ({ at, command })),
    startsAt,
  };
  return { watch, scenario };
}
