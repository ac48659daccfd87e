import type { StoreApi } from 'zustand/vanilla';
import type { LinkedRun } from '../share/link/linkedRun';
import { storyOfMoment } from '../share/link/linkedRun';
import { STEPS_MAX } from '../share/link/linkLimits';
import { worldSum } from '../share/link/worldSum';
import { commandWords } from '../sim/commandWords';
import { seconds } from '../sim/explain/words';
import type { Surroundings } from '../store/openMoment';
import { showRun } from '../store/showRun';
import type { HighwaterState } from '../store/state';
import type { Engine } from '../timeline/engine';
import type { Rerun } from '../timeline/rerun';
import { loadEngine } from './loadEngine';
import { looksIn } from './looksIn';

/** The page answers the person at least so often. */
const SLICE_MS = 40;
/** Who waits longer is told what for. */
const SLOW_MS = 500;
/** Nobody waits longer than this. */
const PATIENCE_MS = 20_000;

/** Of many mistakes the first ones are named. */
const NAMED_MAX = 8;
/** Characters of each that are said. */
const SAID_MAX = 160;

/** A run to be opened; without a sum nobody says what it came to. */
export type ToOpen = Omit<LinkedRun, 'sum'> & { readonly sum: number | null };

export interface Opening extends Surroundings {
  readonly keepsOwn: (state: HighwaterState) => boolean;
  /** Something else has been asked for since. */
  readonly isStale: () => boolean;
}

/** What came of opening something that anybody may have made. */
export interface Opened {
  readonly isOpen: boolean;
  /** What has to be said of it, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Plays a run up to its moment, a little at a time, and shows it. Never fails: where it cannot be
 * played, what was there is kept. Says why, or what came out otherwise than was meant.
 *
 * @param what begins a sentence: `The link`
 */
export async function openRun(
  store: StoreApi<HighwaterState>,
  what: string,
  run: ToOpen,
  { scene, watch, taught, keepsOwn, isStale }: Opening,
): Promise<Opened> {
  const say = (isSlow: boolean) => {
    const others = store.getState().notes.filter((note) => note !== AT_IT);
    store.setState({ notes: isSlow ? [...others, AT_IT] : others });
  };
  try {
    const done = await playedOut(await loadEngine(), run, () => say(true));
    if (isStale()) return { isOpen: false, notes: [] };
    const { recording } = done;
    const { isSpaceTimeShown, panel, inLesson } = run;
    const lesson =
      taught && inLesson
        ? taught.lesson.rules.resumed(taught.lesson, { ...inLesson, step: taught.step })
        : null;
    const where = lesson?.lesson.scene ?? scene ?? null;
    const { missing, ...looks } = looksIn(recording, run);
    store.getState().loadEngine();
    showRun(store, recording, storyOfMoment(recording, run.moment), {
      ...looks,
      isSpaceTimeShown,
      panel,
      scene: where,
      watch: watch ?? null,
      lesson,
      // There is a way back from what is prepared, as when it is opened by its name.
      keepsOwn: where !== null || keepsOwn(store.getState()),
    });
    return { isOpen: true, notes: [...refusedIn(done), ...missing, ...differenceFrom(run, done)] };
  } catch (error) {
    return notOpened(what, [error instanceof Error ? error.message : String(error)]);
  } finally {
    say(false);
  }
}

/** Said while a long run is being played. */
export const AT_IT = 'The run is being played up to its moment. This takes a few seconds.';

/** What is said of something that cannot be opened. */
export function notOpened(what: string, problems: readonly string[]): Opened {
  const says = `${what} could not be opened, so what is here was kept.`;
  const all = [...new Set(problems)];
  const more = all.length - NAMED_MAX;
  const rest = more > 0 ? [`And ${more} more.`] : [];
  return { isOpen: false, notes: [says, ...all.slice(0, NAMED_MAX).map(shortly), ...rest] };
}

function shortly(problem: string): string {
  return problem.length > SAID_MAX ? `${problem.slice(0, SAID_MAX)}…` : problem;
}

async function playedOut(
  engine: Engine,
  { scenario, frames }: ToOpen,
  onSlow: () => void,
): Promise<Rerun> {
  const playing = engine.rerun(scenario, frames, STEPS_MAX);
  const since = performance.now();
  let isSlow = false;
  for (;;) {
    const slice = performance.now();
    if (slice - since > PATIENCE_MS) throw new RangeError('It takes too long to play here.');
    while (performance.now() - slice < SLICE_MS) {
      const { done, value } = playing.next();
      if (done && value) return value;
      if (done) throw new RangeError(`It takes more than ${STEPS_MAX} steps to play.`);
    }
    if (!isSlow && slice - since > SLOW_MS) {
      isSlow = true;
      onSlow();
    }
    await new Promise((goOn) => setTimeout(goOn));
  }
}

function refusedIn({ refused }: Rerun): readonly string[] {
  const [first] = refused;
  if (first === undefined) return [];
  const { at, command, refusal } = first;
  const many = refused.length === 1 ? 'One command' : `${refused.length} commands`;
  const which = refused.length === 1 ? 'It was' : 'The first was';
  const words = `${commandWords(command)} at ${seconds(at)}`;
  return [`${many} in this run changed nothing. ${which} “${words}”: ${refusal.because}`];
}

function differenceFrom({ sum }: ToOpen, { recording }: Rerun): readonly string[] {
  if (sum === null || sum === worldSum(recording)) return [];
  return [
    'The link was made by a simulator that behaved otherwise, or it was changed since. ' +
      'What you see is how the run comes out here.',
  ];
}
