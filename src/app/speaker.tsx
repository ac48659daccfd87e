import { type Root, createRoot } from 'react-dom/client';
import { SpeakerWindow } from '../view/present/SpeakerWindow';
import {
  type SpeakerView,
  type SpeakerWish,
  type Talk,
  talkAbout,
} from '../view/present/speakerTalk';
import '../view/controls.css';

const SECOND_MS = 1000;
const KEYS: { readonly [key in string]: SpeakerWish } = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  b: 'blank',
};

/** All that the window of the speaker remembers. */
interface Memory {
  view: SpeakerView | null;
  isGone: boolean;
  startedAt: number;
}

/** Makes this window the speaker's, for the show of this name. */
export function showSpeaker(element: HTMLElement, show: string): void {
  document.title = 'Highwater: speaker';
  const root = createRoot(element);
  const memory: Memory = { view: null, isGone: false, startedAt: startOf(show) };
  const talk = joined(show, memory, () => draw());
  const wish = (asked: SpeakerWish) => talk?.say({ type: 'wish', wish: asked });
  const reset = () => {
    memory.startedAt = keepStart(show, Date.now());
    draw();
  };
  const draw = () => drawSpeaker(root, memory, talk === null, wish, reset);
  document.addEventListener('keydown', (event) => {
    const asked = KEYS[event.key];
    if (!asked || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    wish(asked);
  });
  setInterval(draw, SECOND_MS);
  draw();
  wish('show');
}

function joined(show: string, memory: Memory, changed: () => void): Talk | null {
  try {
    return talkAbout(show, (said) => {
      if (said.type === 'wish') return;
      memory.isGone = said.type === 'gone';
      if (said.type === 'view') memory.view = said.view;
      changed();
    });
  } catch {
    return null;
  }
}

function drawSpeaker(
  root: Root,
  { view, isGone, startedAt }: Memory,
  isDeaf: boolean,
  onWish: (wish: SpeakerWish) => void,
  onReset: () => void,
): void {
  const elapsed = timeText(Date.now() - startedAt);
  root.render(<SpeakerWindow {...{ view, isGone, isDeaf, elapsed, onWish, onReset }} />);
}

/** When the show began, also after this window was loaded again. */
function startOf(show: string): number {
  try {
    return Number(sessionStorage.getItem(`highwater.show.${show}`)) || keepStart(show, Date.now());
  } catch {
    return Date.now();
  }
}

function keepStart(show: string, at: number): number {
  try {
    sessionStorage.setItem(`highwater.show.${show}`, String(at));
  } catch {
    // Without storage it begins again when the window is loaded again.
  }
  return at;
}

function timeText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
