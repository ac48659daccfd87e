import type { Subject } from '../share/subject';

/** How the page is shown to an audience, where it is not as usual. Changes nothing in the run. */
export interface Presenting {
  /** `projector`: light, in large type, with strong lines. */
  readonly profile?: 'standard' | 'projector';
  /** Only the stage, the caption and the playback are shown. */
  readonly isBare?: boolean;
  /** Begun in full screen, with which it ends. */
  readonly isStarted?: boolean;
  /** How many times as large as its profile says the type of the figure is. */
  readonly size?: number;
  /** What the audience is to look at: a broker or a partition; the rest is dimmed. */
  readonly spotlight?: Subject | null;
  /** Nothing is shown but this. */
  readonly blank?: 'black' | 'white' | null;
  /** Digits of the number of an event that is being typed. */
  readonly typed?: string;
  /** What was just done to the page, for those who listen, and where it could not be done. */
  readonly says?: string;
}
