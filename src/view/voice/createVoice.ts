/** Between what is said while the story plays. */
export const PAUSE_MS = 2_000;
/** For a region that has just come to another place to be noticed there. */
const BREATH_MS = 100;

/**
 * Says a text to those who listen.
 *
 * @param isStory told because the story went on; otherwise an answer to what the person did
 */
export type Say = (text: string, isStory?: boolean) => void;

export interface Voice {
  readonly say: Say;
  /** Puts the region in which it is said into the page. */
  readonly standIn: (home: HTMLElement | null) => void;
}

/**
 * The one polite live region of a page. While the story plays it says something at most once in
 * two seconds: an answer goes first, and of the story what was told last.
 */
export function createVoice(isPlaying: () => boolean): Voice {
  const region = document.createElement('output');
  region.className = 'visuallyHidden';
  let place: HTMLElement | null = null;
  let answer = '';
  let told = '';
  let last = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const speak = () => {
    timer = undefined;
    const text = answer || told;
    if (answer) answer = '';
    else told = '';
    // What has been said is not left there to be come upon.
    region.textContent = text;
    if (!text) return;
    last = text;
    timer = setTimeout(speak, PAUSE_MS);
  };
  return {
    say: (text, isStory = false) => {
      if (isStory) told = text === last ? '' : text;
      else answer = text;
      // What is behind a dialog is not heard.
      (place?.closest('body, .highwaterHome')?.querySelector('.dialog') ?? place)?.append(region);
      if (timer !== undefined && isPlaying()) return;
      clearTimeout(timer);
      timer = setTimeout(speak, BREATH_MS);
    },
    standIn: (home) => {
      place = home;
      home?.append(region);
    },
  };
}
