import type { Command } from '../sim/command';
import { DEFAULT_SETTINGS, type Settings } from '../sim/config';
import type { Scenario } from '../timeline/scenario';
import { scenarioFor, settledAfter } from '../timeline/openingScenario';
import type { Hidden, Scene } from './scene';

/** What is prepared before a scene opens: a command, and how long after the one before it. */
export interface Prepared {
  readonly afterMs: number;
  readonly command: Command;
}

const SEED = 1;

/**
 * A scene of a cluster that holds a few records and rests, in which some things have been done
 * that nobody is shown. Throws what the simulation throws.
 */
export function sceneOf(
  id: string,
  settings: Partial<Settings>,
  { hides = [], prepared = [], seed = SEED }: Partial<Preparation> = {},
): Scene {
  const all = { ...DEFAULT_SETTINGS, partitions: 1, ...settings };
  const scenario = scenarioFor(all, seed);
  return { id, hides, scenario: prepared.length > 0 ? withPrepared(scenario, prepared) : scenario };
}

interface Preparation {
  readonly hides: readonly Hidden[];
  readonly prepared: readonly Prepared[];
  readonly seed: number;
}

function withPrepared(scenario: Scenario, prepared: readonly Prepared[]): Scenario {
  let at = scenario.startsAt;
  const commands = prepared.map(({ afterMs, command }) => ({ at: (at += afterMs), command }));
  return restingScenario({ ...scenario, commands: [...scenario.commands, ...commands] });
}

function restingScenario(scenario: Scenario): Scenario {
  return { ...scenario, startsAt: settledAfter(scenario) };
}
