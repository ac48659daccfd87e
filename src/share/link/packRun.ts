import { DEFAULT_SETTINGS, type Settings } from '../../sim/config';
import { pageProblems } from '../../sim/settingsProblems';
import { scenarioIn } from '../parseScenario';
import {
  type Fields,
  flag as isFlag,
  isObject,
  named,
  objectOf,
  type Problem,
  type Rule,
  whole,
} from '../shape';
import { packedCommand, unpackedCommand } from './commandCodes';
import { flag, type PackContext, partition } from './fieldCodes';
import { packedInLesson, unpackedInLesson } from './inLesson';
import type { LinkedRun } from './linkedRun';
import { COMMANDS_MAX, FRAMES_MAX } from './linkLimits';
import { panel, picked } from './pickedRule';

/** What is shown at the side where nothing was picked, which need not be said. */
const FIRST_PANEL = 'events';
/** How many items a run has then, with a panel and what was picked, and in a lesson. */
const PLAIN = 11;
const LENGTHS: readonly number[] = [PLAIN, PLAIN + 2, PLAIN + 3];

/** A run that was unpacked, or what is wrong with it. */
export type UnpackedRun = { readonly run: LinkedRun } | { readonly problems: readonly Problem[] };

/**
 * A run as a short list that is JSON: what differs from the defaults, the milliseconds from each
 * command to the next, a letter for each command, and all their fields one after another.
 */
export function packedRun(run: LinkedRun): readonly unknown[] {
  const { scenario, frames, moment, sum, isSpaceTimeShown, selected, inLesson } = run;
  const { settings, seed, startsAt, commands } = scenario;
  const context: PackContext = { topic: settings.topic, lastValue: null };
  const packed = commands.map(({ command }) => packedCommand(command, context));
  const waits = commands.map(({ at }, nth) => at - (commands[nth - 1]?.at ?? 0));
  const letters = packed.map(({ letter }) => letter).join('');
  const fields = packed.flatMap((each) => each.fields);
  const looks = [partition.pack(run.partition, context), flag.pack(isSpaceTimeShown, context)];
  const changes = changesIn(settings);
  const packedRun = [
    sum,
    frames,
    moment,
    ...looks,
    seed,
    startsAt,
    changes,
    waits,
    letters,
    fields,
  ];
  if (inLesson) return [...packedRun, run.panel, selected, packedInLesson(inLesson)];
  const isPlain = selected === null && run.panel === FIRST_PANEL;
  return isPlain ? packedRun : [...packedRun, run.panel, selected];
}

/** A run from what was packed, looked at by the same rules as a scenario file. Never throws. */
export function unpackedRun(packed: unknown): UnpackedRun {
  if (!Array.isArray(packed) || !LENGTHS.includes(packed.length)) return { problems: [NO_RUN] };
  const [sum, frames, moment, chosen, shown, seed, startsAt, changes, ...listed]: unknown[] =
    packed;
  const topic = isObject(changes) ? changes['topic'] : undefined;
  const first = typeof topic === 'string' ? topic : DEFAULT_SETTINGS.topic;
  const [shownPanel = FIRST_PANEL, selected = null, taught]: unknown[] = packed.slice(PLAIN);
  const inLesson = unpackedInLesson(taught);
  const commands = commandsIn(listed, first);
  if ('problems' in commands) return commands;
  const { stamped } = commands;
  const read = scenarioIn({ version: 1, settings: changes, seed, commands: stamped, startsAt });
  if ('problems' in read) return read;
  const { scenario } = read.file;
  const context: PackContext = { topic: first, lastValue: null };
  const looks = {
    partition: partition.unpack(chosen, context),
    isSpaceTimeShown: flag.unpack(shown, context),
    panel: shownPanel,
    selected,
  };
  const problems = [
    ...pageProblems(scenario.settings).map(({ field, because }) => `settings.${field}: ${because}`),
    ...whole(0, 2 ** 32 - 1)(sum, 'sum'),
    ...whole(1, FRAMES_MAX)(frames, 'frames'),
    ...momentWithin(frames)(moment, 'moment'),
  ];
  if (!areLooks(looks) || (taught !== undefined && !inLesson)) return { problems: [NO_RUN] };
  if (problems.length > 0) return { problems };
  const run = { scenario, frames: Number(frames), moment: Number(moment), sum: Number(sum) };
  return { run: { ...run, ...looks, inLesson } };
}

type Looks = Pick<LinkedRun, 'partition' | 'isSpaceTimeShown' | 'panel' | 'selected'>;

const LOOKS: Fields<Looks> = {
  partition: named(/^.{1,60}-\d+$/, 'orders-0'),
  isSpaceTimeShown: isFlag,
  panel,
  selected: picked,
};

function areLooks(looks: { readonly [Field in keyof Looks]: unknown }): looks is Looks {
  return objectOf(LOOKS)(looks, '').length === 0;
}

const NO_RUN = 'It holds no run.';

function changesIn(settings: Settings): Partial<Settings> {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults.get(name)),
  );
  return Object.fromEntries(changed);
}

type Commands =
  { readonly stamped: readonly unknown[] } | { readonly problems: readonly Problem[] };

function commandsIn([waits, letters, fields]: readonly unknown[], topic: string): Commands {
  if (!Array.isArray(waits) || typeof letters !== 'string' || !Array.isArray(fields))
    return { problems: [NO_RUN] };
  const count = letters.length;
  if (count > COMMANDS_MAX)
    return { problems: [`There are ${count} commands, and at most ${COMMANDS_MAX} are taken.`] };
  const context: PackContext = { topic, lastValue: null };
  let taken = 0;
  let at = 0;
  const take = (): unknown => fields[taken++];
  const stamped = Array.from(letters, (letter, nth) => {
    at += Number(waits[nth]);
    return { at, command: unpackedCommand(letter, take, context) };
  });
  const isWhole = taken === fields.length && waits.length === stamped.length;
  const strange = stamped.some(({ command }) => command === null);
  if (strange) return { problems: ['It holds a command that this version does not know.'] };
  return isWhole ? { stamped } : { problems: [NO_RUN] };
}

function momentWithin(frames: unknown): Rule {
  const last = Number(frames) - 1;
  return (value, place) =>
    typeof value === 'number' && value >= 0 && value <= last
      ? []
      : [`${place}: expected a frame from 0 to ${last}`];
}
