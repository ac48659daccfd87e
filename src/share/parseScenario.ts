import type { StampedCommand } from '../sim/command';
import { DEFAULT_SETTINGS, type Settings } from '../sim/config';
import type { Tick } from '../sim/ids';
import { settingsProblems } from '../sim/settingsProblems';
import type { Scenario } from '../timeline/scenario';
import { command } from './commandRule';
import { parseJson } from './parseJson';
import { someSettings } from './settingsRule';
import { listOf, objectOf, oneOf, optional, whole, type Problem, type Rule } from './shape';

/** A scenario, and what of it is to be looked at. */
export interface ScenarioFile {
  readonly scenario: Scenario;
  /** Ticks to look at; null: after each command, and at the end. */
  readonly checkpoints: readonly Tick[] | null;
  /** How long it goes on: up to a tick, or until nothing but routine traffic is under way. */
  readonly until: Tick | 'settled';
}

/** A scenario that was read, or everything that is wrong with it, each with its place. */
export type ParsedScenario =
  { readonly file: ScenarioFile } | { readonly problems: readonly Problem[] };

/** As it is written: all but the version and the commands may be left out. */
interface Written {
  readonly version: 1;
  readonly settings?: Partial<Settings>;
  readonly seed?: number;
  readonly commands: readonly StampedCommand[];
  readonly startsAt?: Tick;
  readonly checkpoints?: readonly Tick[];
  readonly until?: Tick | 'settled';
}

const DEFAULT_SEED = 1;

/** A day: what is played longer would take minutes, and a slip of the key for ever. */
const TICK_MAX = 86_400_000;

const until: Rule = (value, place) => {
  if (value === 'settled') return [];
  const expected = `expected a tick from 1 to ${TICK_MAX} or "settled"`;
  const problems = whole(1, TICK_MAX)(value, place);
  return problems.map((problem) => problem.replace(/expected .*(?=, got)/, expected));
};

const FIELDS: { readonly [Field in keyof Written]-?: Rule } = {
  version: oneOf(1),
  settings: optional(someSettings),
  seed: optional(whole(0)),
  commands: listOf(objectOf({ at: whole(1, TICK_MAX), command })),
  startsAt: optional(whole(0, TICK_MAX)),
  checkpoints: optional(listOf(whole(0, TICK_MAX))),
  until: optional(until),
};

/**
 * A scenario from its text: a file's, or what the page copies. Never throws; what is wrong is said
 * with its place, such as `commands[3].command.broker`. Whether a command can be obeyed at its time
 * is not asked here: the dry run says so when that time has come.
 */
export function parseScenario(text: string): ParsedScenario {
  const parsed = parseJson(text);
  return 'problem' in parsed ? { problems: [parsed.problem] } : scenarioIn(parsed.value);
}

/** A scenario from what was read, in the same way. */
export function scenarioIn(value: unknown): ParsedScenario {
  if (!isWritten(value)) return { problems: problemsOf(value) };
  const file = withDefaults(value);
  const more = [...impossible(file.scenario.settings), ...disordered(file)];
  return more.length > 0 ? { problems: more } : { file };
}

function isWritten(value: unknown): value is Written {
  return problemsOf(value).length === 0;
}

function problemsOf(value: unknown): readonly Problem[] {
  return objectOf(FIELDS)(value, '');
}

function withDefaults(written: Written): ScenarioFile {
  const { version, settings = {}, seed = DEFAULT_SEED, commands, startsAt = 0 } = written;
  const all: Settings = { ...DEFAULT_SETTINGS, ...settings };
  return {
    scenario: { version, settings: all, seed, commands, startsAt },
    checkpoints: written.checkpoints ?? null,
    until: written.until ?? 'settled',
  };
}

function impossible(settings: Settings): readonly Problem[] {
  return settingsProblems(settings).map(({ field, because }) => `settings.${field}: ${because}`);
}

function disordered({ scenario, checkpoints, until: end }: ScenarioFile): readonly Problem[] {
  const problems: Problem[] = [];
  const ticks = scenario.commands.map(({ at }) => at);
  problems.push(...decreasing(ticks, (nth) => `commands[${nth}].at`));
  problems.push(...decreasing(checkpoints ?? [], (nth) => `checkpoints[${nth}]`));
  const last = Math.max(0, ...ticks, ...(checkpoints ?? []));
  if (end !== 'settled' && end < last) {
    problems.push(`until: ${end} is before the last command or checkpoint, at ${last}`);
  }
  return problems;
}

function decreasing(ticks: readonly Tick[], placeOf: (nth: number) => string): readonly Problem[] {
  return ticks.flatMap((tick, nth) => {
    const before = ticks[nth - 1] ?? 0;
    return tick < before ? [`${placeOf(nth)}: ${tick} comes before ${before}, the one above`] : [];
  });
}
