import { flag, listOf, objectOf, oneOf, orNull, text } from '../../share/shape';

/** What the window of the speaker shows: made by the window with the picture. */
export interface SpeakerView {
  /** Where in the run or in the lesson the picture is. */
  readonly place: string;
  readonly caption: string;
  readonly notes: readonly SpeakerNote[];
  /** What comes next, where it is known. */
  readonly next: string | null;
  /** The cluster's clock. */
  readonly clock: string;
  readonly isPlaying: boolean;
  readonly isBlank: boolean;
}

export interface SpeakerNote {
  readonly head: string;
  readonly text: string;
}

/** What the speaker can have done to the picture. */
export type SpeakerWish = 'show' | 'next' | 'back' | 'play' | 'blank';

/** All that is said between the two windows. */
type Said =
  | { readonly type: 'wish'; readonly wish: SpeakerWish }
  | { readonly type: 'view'; readonly view: SpeakerView }
  /** The window with the picture is closed, or loaded again. */
  | { readonly type: 'gone' };

const WISH = objectOf({
  type: oneOf('wish'),
  wish: oneOf('show', 'next', 'back', 'play', 'blank'),
});
const VIEW = objectOf({
  type: oneOf('view'),
  view: objectOf({
    place: text,
    caption: text,
    notes: listOf(objectOf({ head: text, text })),
    next: orNull(text),
    clock: text,
    isPlaying: flag,
    isBlank: flag,
  }),
});
const GONE = objectOf({ type: oneOf('gone') });

/** Whether what was heard is something that is said between the two windows. */
function isSaid(heard: unknown): heard is Said {
  return [WISH, VIEW, GONE].some((rule) => rule(heard, 'message').length === 0);
}

/** One end of what the two windows say to each other. */
export interface Talk {
  readonly say: (said: Said) => void;
  readonly hangUp: () => void;
}

/** Listens and speaks to the windows of one show. Fails where they cannot speak to each other. */
export function talkAbout(show: string, onHear: (said: Said) => void): Talk {
  const channel = new BroadcastChannel(`highwater.${show}`);
  const listen = ({ data }: MessageEvent<unknown>) => {
    if (isSaid(data)) onHear(data);
  };
  channel.addEventListener('message', listen);
  return {
    // A channel has no target: only pages of this origin hear it.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    say: (said) => channel.postMessage(said),
    hangUp: () => {
      channel.removeEventListener('message', listen);
      channel.close();
    },
  };
}
