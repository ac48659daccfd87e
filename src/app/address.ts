import type { StoreApi } from 'zustand/vanilla';
import { type Moment, momentIn, queryFor } from '../lessons/moment';
import { loadWords } from '../lessons/loadLesson';
import { filledIn } from '../lessons/words/words';
import type { MadeLink } from '../share/link/makeLink';
import { openMoment, sceneWithWords } from '../store/openMoment';
import type { HighwaterState } from '../store/state';
import { scenarioOf, toldMoments } from '../timeline/recording';
import type { Opening } from './openRun';
import { seldom } from './seldom';

const HASH = '#r=';
/** Browsers stop listening to a page that changes its address more than a hundred times in 30 s. */
const EVERY_MS = 400;

/**
 * Opens what the address asks for, and keeps the address to what is shown, so that a copy of it
 * opens the same. Returns how to stop that.
 */
export function keepAddress(store: StoreApi<HighwaterState>): () => void {
  const opening = scenarioOf(store.getState().recording);
  const isUntouched = ({ recording, playhead }: HighwaterState) =>
    scenarioOf(recording) === opening && playhead === 0;
  const keepsOwn = (state: HighwaterState) => !isUntouched(state);
  let asked = 0;
  let isOpening = false;
  /** Of this hash it is known what it leads to: it was opened, or written here. */
  let known = '';
  const follow = async () => {
    const [state, mine] = [store.getState(), asked];
    if (isOpening || state.playing) return;
    const address = await addressOf(state, isUntouched);
    // What has changed in the meantime is written in its turn.
    if (mine === asked && !isElsewhere(store.getState(), state)) known = shown(address);
  };
  const write = seldom(() => void follow(), EVERY_MS);

  const open = async (hash: string, follows: typeof openAsked | typeof openHash) => {
    asked += 1;
    const mine = asked;
    known = hash;
    isOpening = true;
    await follows(store, hash, { keepsOwn, isStale: () => mine !== asked });
    if (mine !== asked) return;
    isOpening = false;
    if (follows === openHash) write.ask();
  };
  const onHash = ({ newURL }: HashChangeEvent) => {
    const { hash } = new URL(newURL);
    if (hash !== known && hash.startsWith(HASH)) void open(hash, openHash);
  };

  if (momentIn(window.location.search) || window.location.hash.startsWith(HASH))
    void open(window.location.hash, openAsked);
  window.addEventListener('hashchange', onHash);
  const unsubscribe = store.subscribe((state, before) => {
    if (!isOpening && isElsewhere(state, before)) write.ask();
  });
  return () => {
    asked += 1;
    unsubscribe();
    write.stop();
    window.removeEventListener('hashchange', onHash);
  };
}

/** What a page is opened with: a run, or what has a name. */
async function openAsked(
  store: StoreApi<HighwaterState>,
  hash: string,
  opening: Opening,
): Promise<void> {
  const moment = momentIn(window.location.search);
  const isOpen = hash.startsWith(HASH) && (await openHash(store, hash, opening));
  if (!moment || isOpen || opening.isStale()) return;
  await openMoment(store, moment).catch(async (error: unknown) => {
    // Said where a scene says what to watch: it is what there is to know about this page.
    const watch = await missedBecause(error);
    if (!opening.isStale()) store.setState({ watch });
  });
}

/** A run by its link; what was there stays if the link is bad. Returns whether it is open. */
async function openHash(
  store: StoreApi<HighwaterState>,
  hash: string,
  opening: Opening,
): Promise<boolean> {
  const moment = momentIn(window.location.search);
  try {
    const { openLink } = await import('./openLink');
    const stage = moment && 'scene' in moment ? await sceneWithWords(moment.scene) : {};
    const { isOpen, notes } = await openLink(store, hash.slice(HASH.length), {
      ...opening,
      ...stage,
    });
    if (!opening.isStale()) store.setState({ notes });
    return isOpen;
  } catch {
    if (!opening.isStale()) store.setState({ notes: [NOT_FOLLOWED] });
    return false;
  }
}

const NOT_FOLLOWED =
  'The link could not be followed. Check the connection and load the page again.';

async function missedBecause(error: unknown): Promise<string> {
  // Without a connection there are no words either, in any language.
  if (!(error instanceof RangeError)) return NOT_FOLLOWED;
  const { ui } = await loadWords();
  return filledIn(ui.leadsNowhere, { because: error.message });
}

/** Whether an address that was right may be wrong now. While it plays, nobody copies it. */
function isElsewhere(state: HighwaterState, before: HighwaterState): boolean {
  if (state.playing) return false;
  return before.playing || LOOKED_AT.some((field) => state[field] !== before[field]);
}

const LOOKED_AT = [
  'recording',
  'playhead',
  'scene',
  'lesson',
  'selectedPartition',
  'isSpaceTimeShown',
] as const;

/** The address of what is shown, without what comes before its query. */
async function addressOf(
  state: HighwaterState,
  isUntouched: (state: HighwaterState) => boolean,
): Promise<string> {
  const moment = momentOf(state);
  const isSaid = moment ? isSaidBy(moment, state) : isUntouched(state);
  const made = isSaid ? null : await linkTo(state).catch(() => null);
  const { search, hash } = window.location;
  const run = made && 'text' in made ? `${HASH}${made.text}` : '';
  const rest = hash.startsWith(HASH) ? '' : hash;
  return `${queryFor(moment, search)}${run || rest}`;
}

async function linkTo(state: HighwaterState): Promise<MadeLink> {
  return (await import('../share/link/makeLink')).makeLink(state);
}

/** Shows an address, where that may be done. Returns the hash that is then shown. */
function shown(address: string): string {
  const { pathname, search, hash } = window.location;
  try {
    if (address !== `${search}${hash}`)
      window.history.replaceState(window.history.state, '', `${pathname}${address}`);
  } catch {
    // A page in a frame, or opened from a file, may not: it only loses its link.
  }
  return window.location.hash;
}

function momentOf({ lesson, scene, recording, frameIndex }: HighwaterState): Moment | null {
  if (lesson) return { lesson: lesson.lesson.id, step: lesson.step + 1 };
  if (!scene) return null;
  const step = toldMoments(recording).filter(({ index }) => index <= frameIndex).length;
  return { scene: scene.id, step };
}

/** Whether a name and a step lead to the very moment that is shown. A lesson has no other. */
function isSaidBy({ step = 0 }: Moment, { scene, lesson, recording, playhead }: HighwaterState) {
  if (lesson) return true;
  const story = step === 0 ? 0 : toldMoments(recording)[step - 1]?.story;
  return scenarioOf(recording) === scene?.scenario && playhead === story;
}
