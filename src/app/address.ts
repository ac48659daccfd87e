import type { StoreApi } from 'zustand/vanilla';
import { type Moment, queryFor } from '../lessons/moment';
import { loadWords } from '../lessons/loadLesson';
import { filledIn } from '../lessons/words/words';
import type { MadeLink } from '../share/link/makeLink';
import { stepIn } from '../share/step';
import { openMoment, surroundingsOf } from '../store/openMoment';
import { isElsewhere, isLookedAtAsAlways, isSaidBy, namedMoment } from '../store/placeOf';
import type { HighwaterState } from '../store/state';
import { bindDrop } from './dropFile';
import { lastStory, scenarioOf } from '../timeline/recording';
import type { Opened, Opening } from './openRun';
import { seldom } from './seldom';

const HASH = '#r=';
/** Browsers stop listening to a page that changes its address more than a hundred times in 30 s. */
const EVERY_MS = 400;

/**
 * Opens what the address asks for, and keeps the address to what is shown, so that a copy of it
 * opens the same. Returns how to stop that.
 *
 * @param first how the page began
 */
export function keepAddress(store: StoreApi<HighwaterState>, first = store.getState()) {
  const keepsOwn = touchedSince(first);
  const isNew = (state: HighwaterState) => !keepsOwn(state) && isAsAlways(state);
  let asked = 0;
  let isOpening = false;
  /** Of this hash it is known what it leads to: it was opened, or written here. */
  let known = '';
  const follow = async () => {
    const [state, mine] = [store.getState(), asked];
    if (isOpening || state.playing) return;
    const address = await addressOf(state, isNew);
    // What has changed in the meantime is written in its turn.
    if (mine === asked && !isElsewhere(store.getState(), state)) known = shown(address);
  };
  const write = seldom(() => void follow(), EVERY_MS);

  const open = async (follows: (opening: Opening) => Promise<boolean>): Promise<boolean> => {
    asked += 1;
    const mine = asked;
    isOpening = true;
    const isOpen = await follows({ keepsOwn, isStale: () => mine !== asked });
    if (mine === asked) isOpening = false;
    return isOpen;
  };
  // What was said of something else before is not to be read with it.
  const openAnew: typeof open = async (follows) => {
    store.setState({ notes: [] });
    const isOpen = await open(follows);
    write.ask();
    return isOpen;
  };
  const openFile = (file: File) => openAnew((opening) => openGiven(store, file, opening));
  const onHash = ({ newURL }: HashChangeEvent) => {
    const { hash } = new URL(newURL);
    if (hash === known || !hash.startsWith(HASH)) return;
    known = hash;
    void openAnew((opening) => openHash(store, hash, opening));
  };

  const { hash } = window.location;
  if (askedMoment() || hash.startsWith(HASH)) {
    known = hash;
    void open((opening) => openAsked(store, hash, opening));
  }
  store.setState({ openFile });
  const unbindDrop = bindDrop(openFile);
  window.addEventListener('hashchange', onHash);
  const unsubscribe = store.subscribe((state, before) => {
    if (!isOpening && isElsewhere(state, before)) write.ask();
  });
  // The page around may have been faster.
  if (!isOpening && isElsewhere(store.getState(), first)) write.ask();
  return () => {
    asked += 1;
    unsubscribe();
    write.stop();
    unbindDrop();
    window.removeEventListener('hashchange', onHash);
  };
}

/** A file brings settings, commands and a time of its own. */
function isLocked(): boolean {
  const { lock = '' } = document.documentElement.dataset;
  return /commands|settings|time|lessons/.test(lock);
}

/** Whether the run or its moment is another one than when the page began. */
function touchedSince(first: HighwaterState) {
  const opening = scenarioOf(first.recording);
  return ({ recording, playhead }: HighwaterState) =>
    scenarioOf(recording) !== opening || playhead !== 0;
}

/** Whether nothing was played, and nothing chosen to be looked at. */
function isAsAlways(state: HighwaterState): boolean {
  return lastStory(state.recording) === 0 && isLookedAtAsAlways(state);
}

/** What is asked for by its name; at its beginning where the step can be none, as is said then. */
function askedMoment(): Moment | null {
  const asked = new URLSearchParams(window.location.search);
  const [scene, lesson] = [asked.get('scene'), asked.get('lesson')];
  const step = stepIn(asked.get('step') ?? '');
  const at = step === null ? {} : { step };
  if (scene) return { scene, ...at };
  return lesson ? { lesson, ...at } : null;
}

/** What a page is opened with: a run, or what has a name. Returns whether it is open. */
async function openAsked(
  store: StoreApi<HighwaterState>,
  hash: string,
  opening: Opening,
): Promise<boolean> {
  const moment = askedMoment();
  const isOpen = hash.startsWith(HASH) && (await openHash(store, hash, opening));
  if (!moment || isOpen || opening.isStale()) return isOpen;
  return openMoment(store, moment).then(
    () => true,
    async (error: unknown) => {
      // Said where a scene says what to watch: it is what there is to know about this page.
      const watch = await missedBecause(error);
      if (!opening.isStale()) store.setState({ watch });
      return false;
    },
  );
}

/** A run by its link; what was there stays if the link is bad. Returns whether it is open. */
function openHash(
  store: StoreApi<HighwaterState>,
  hash: string,
  opening: Opening,
): Promise<boolean> {
  const moment = askedMoment();
  return saying(store, opening, async () => {
    const { openLink } = await import('./openLink');
    const missing: string[] = [];
    const around =
      moment &&
      surroundingsOf(moment).catch((error: unknown) => {
        if (!(error instanceof RangeError)) throw error;
        missing.push(error.message);
        return null;
      });
    const run = hash.slice(HASH.length);
    const done = await openLink(store, run, { ...opening, ...(await around) });
    // Without a run what is around it is asked for next, and missed then.
    return done.isOpen ? { ...done, notes: [...done.notes, ...missing] } : done;
  });
}

/** A run by its file, in the same way. */
function openGiven(
  store: StoreApi<HighwaterState>,
  file: File,
  opening: Opening,
): Promise<boolean> {
  return saying(store, opening, async () => {
    if (isLocked()) return { isOpen: false, notes: ['No file can be opened on this page.'] };
    const { openFile } = await import('./openFile');
    return openFile(store, file, opening);
  });
}

/** Opens something, and says what has to be said of it. */
async function saying(
  store: StoreApi<HighwaterState>,
  { isStale }: Opening,
  open: () => Promise<Opened>,
): Promise<boolean> {
  const lost = { isOpen: false, notes: [NOT_FOLLOWED] };
  const { isOpen, notes } = await open().catch(() => lost);
  if (!isStale()) store.setState((state) => ({ notes: [...new Set([...state.notes, ...notes])] }));
  return isOpen;
}

const NOT_FOLLOWED =
  'The link could not be followed. Check the connection and load the page again.';

async function missedBecause(error: unknown): Promise<string> {
  // Without a connection there are no words either, in any language.
  if (!(error instanceof RangeError)) return NOT_FOLLOWED;
  const { ui } = await loadWords();
  return filledIn(ui.leadsNowhere, { because: error.message });
}

/** The address of what is shown, without what comes before its query. */
async function addressOf(
  state: HighwaterState,
  isNew: (state: HighwaterState) => boolean,
): Promise<string> {
  const moment = namedMoment(state);
  const isSaid = moment ? await isSaidBy(moment, state) : isNew(state);
  const made = isSaid ? null : await linkTo(state).catch(() => null);
  const { search, hash } = window.location;
  const run = made && 'text' in made ? `${HASH}${made.text}` : '';
  const rest = hash.startsWith(HASH) ? '' : hash;
  // The run has settings of its own.
  return `${queryFor(moment, search, run ? ['settings'] : [])}${run || rest}`;
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
