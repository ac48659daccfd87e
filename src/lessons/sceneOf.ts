import type { Command } from '../sim/command';
import { DEFAULT_SETTINGS, type Settings } from '../sim/config';
import type { Scenario } from '../timeline/scenario';
import { scenarioFor, settledAfter } from '../timeline/openingScenario';
import type { Hidden, Scene } from './scene';

/** A command, and how long after the one before it, or after the scene began, it is given. */
export interface Prepared {
  readonly afterMs: number;
  readonly command: Command;
}

const SEED = 1;

/**
 * A scene of a cluster that holds a few records and rests, in which some things have been done
 * that nobody is shown. It opens at rest, or `opensAfterMs` after the last of them. Throws what the
 * simulation throws.
 */
export function sceneOf(
  id: string,
  settings: Partial<Settings>,
  { hides = [], prepared = [], opensAfterMs, plays = [], seed = SEED }: Partial<Preparation> = {},
): Scene {
  const all = { ...DEFAULT_SETTINGS, partitions: 1, ...settings };
  const scenario = scenarioFor(all, seed);
  const isChanged = prepared.length > 0 || opensAfterMs !== undefined;
  const opens = isChanged ? opened(after(scenario, prepared), opensAfterMs) : scenario;
  return { id, hides, scenario: after(opens, plays) };
}

interface Preparation {
  readonly hides: readonly Hidden[];
  /** Done before it opens. */
  readonly prepared: readonly Prepared[];
  /** Milliseconds after the last of that, or the last record; without it, when all has settled. */
  readonly opensAfterMs: number;
  /** What happens when it is played. */
  readonly plays: readonly Prepared[];
  readonly seed: number;
}

function after(scenario: Scenario, prepared: readonly Prepared[]): Scenario {
  let at = scenario.startsAt;
  const commands = prepared.map(({ afterMs, command }) => ({ at: (at += afterMs), command }));
  return { ...scenario, commands: [...scenario.commands, ...commands] };
}

function opened(scenario: Scenario, afterMs: number | undefined): Scenario {
  if (afterMs === undefined) return { ...scenario, startsAt: settledAfter(scenario) };
  return { ...scenario, startsAt: (scenario.commands.at(-1)?.at ?? 0) + afterMs };
}
