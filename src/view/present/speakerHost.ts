import { loadWords } from '../../lessons/loadLesson';
import type { Words } from '../../lessons/words/words';
import { goNext } from './goNext';
import { blank, type Instance } from './presenting';
import { type SpeakerWish, type Talk, talkAbout } from './speakerTalk';
import { speakerView } from './speakerView';

/** Kept in the name of the window, which outlives that the page is loaded again. */
const NAME = /^highwater-show-(\w+)$/;

const NO_TALK = 'A second window cannot be kept together with this one: the browser has no way.';
const NO_WINDOW = 'The browser did not let the page open a window. Allow it for this page.';
const OPEN = 'The second window is open: notes, what comes next, and the clock.';

/** What is said now, by the instance that says it. */
const talks = new WeakMap<Instance, Talk>();

/** Opens the window for the speaker, or shows the one that is open. Returns what to say of it. */
export function openSpeaker(store: Instance): string {
  const show = showOf() ?? Math.random().toString(36).slice(2, 10);
  try {
    hostSpeaker(store, show);
  } catch {
    return NO_TALK;
  }
  const { pathname } = window.location;
  const size = 'popup,width=760,height=780';
  const opened = window.open(`${pathname}?speaker=${show}`, `highwater-speaker-${show}`, size);
  if (!opened) return NO_WINDOW;
  // A window that somebody else has named is left as it is: it is found again as long as it lives.
  if (window.name === '') window.name = `highwater-show-${show}`;
  return OPEN;
}

/** After the page was loaded again: tells the window of the speaker, if there still is one. */
export function hostAgain(store: Instance): void {
  const show = showOf();
  if (show !== null) hostSpeaker(store, show);
}

function showOf(): string | null {
  return NAME.exec(window.name)?.[1] ?? null;
}

/** Tells the window of the speaker what is shown, whenever that changes, and does its wishes. */
function hostSpeaker(store: Instance, show: string): void {
  if (talks.has(store)) return;
  let words: Words | null = null;
  let told = '';
  const tell = () => {
    const state = store.getState();
    if (state.lesson && !words) return askForWords();
    const view = speakerView(state, words);
    const text = JSON.stringify(view);
    if (text === told) return;
    told = text;
    talk.say({ type: 'view', view });
  };
  const askForWords = () => {
    loadWords().then(
      (loaded) => {
        words = loaded;
        return tell();
      },
      // Without them there are the notes of a free run.
      () => undefined,
    );
  };
  const talk = talkAbout(show, (said) => {
    if (said.type !== 'wish') return;
    if (said.wish === 'show') told = '';
    fulfil(store, said.wish);
    tell();
  });
  talks.set(store, talk);
  store.subscribe(tell);
  window.addEventListener('pagehide', () => talk.say({ type: 'gone' }));
  tell();
}

function fulfil(store: Instance, wish: SpeakerWish): void {
  const { stepBack, togglePlay, presenting } = store.getState();
  switch (wish) {
    case 'show':
      return;
    case 'next':
      return goNext(store);
    case 'back':
      return stepBack();
    case 'play':
      return togglePlay();
    case 'blank':
      return blank(store, presenting?.blank ? null : 'black');
    default:
      wish satisfies never;
  }
}
