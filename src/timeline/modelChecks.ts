import { INVARIANTS } from '../sim/invariants/all';
import { PROGRESS_INVARIANTS } from '../sim/invariants/progress';
import { toLookAt } from '../sim/invariants/toLookAt';
import type { World } from '../sim/world';
import { commandsAfter } from './commands';
import { frame, type Recording } from './recording';
import type { Run } from './run';

/** An invariant of the model, and where it was first found broken. */
export interface ModelCheck {
  readonly name: string;
  /** Why Kafka can promise it. */
  readonly because: string;
  /** Under what condition; null: without any. */
  readonly asLongAs: string | null;
  /** Index of the frame, and what is wrong there; null while it holds up to the moment shown. */
  readonly broken: { readonly index: number; readonly says: string } | null;
}

interface Checked {
  /** Index of the last frame that was looked at, -1 before the first. */
  index: number;
  world: World | null;
  readonly broken: Map<string, NonNullable<ModelCheck['broken']>>;
}

const checkedRuns = new WeakMap<Run, Checked>();

/**
 * Looks at one frame more of a run, unless those up to a frame have been looked at. A look costs
 * about as much as a step, so this is asked for while somebody wants to know. Returns whether there
 * was one to look at.
 */
export function checkNextFrame(recording: Recording, until: number): boolean {
  const checked = checkedIn(recording);
  if (checked.index >= until) return false;
  const index = checked.index + 1;
  const { world: before, broken } = checked;
  const world = before === null ? frame(recording, 0).world : nextWorld(recording.line.run, before);
  const look = (name: string, says: string | null): void => {
    if (says !== null && !broken.has(name)) broken.set(name, { index, says });
  };
  const toAsk = before === null ? INVARIANTS : toLookAt(before, world);
  for (const { name, brokenIn } of toAsk) look(name, brokenIn(world));
  for (const { name, brokenBy } of PROGRESS_INVARIANTS) {
    if (before !== null) look(name, brokenBy(before, world));
  }
  checked.index = index;
  checked.world = world;
  return true;
}

/** Index of the last frame that was looked at, -1 before the first. */
export function checkedUntil(recording: Recording): number {
  return checkedIn(recording).index;
}

/**
 * All that the model holds itself to, as far as it was looked at (`checkNextFrame`).
 *
 * @param until index of the last frame that counts: a later break is none yet
 */
export function modelChecks(recording: Recording, until: number): readonly ModelCheck[] {
  const { broken } = checkedIn(recording);
  return [...INVARIANTS, ...PROGRESS_INVARIANTS].map((invariant) => {
    const { name, because } = invariant;
    const asLongAs = ('asLongAs' in invariant && invariant.asLongAs) || null;
    const first = broken.get(name);
    return { name, because, asLongAs, broken: first && first.index <= until ? first : null };
  });
}

// Stepped anew: what compares two worlds wants the later one made from the very earlier one.
function nextWorld({ scenario, step }: Run, world: World): World {
  if (step === null) throw new Error('A still run has one frame.');
  return step(world, commandsAfter(scenario.commands, world.now)).world;
}

function checkedIn({ line }: Recording): Checked {
  const known = checkedRuns.get(line.run);
  if (known) return known;
  const fresh: Checked = { index: -1, world: null, broken: new Map() };
  checkedRuns.set(line.run, fresh);
  return fresh;
}
