/** The kinds of event that one can leaf through a run by. */
export type EventKind =
  'any' | 'crash' | 'election' | 'inSyncChange' | 'acknowledged' | 'brokenPromise';

/** The sentences of some events, and the story second at which they are told. */
export interface Reached {
  readonly what: string;
  readonly playhead: number;
}

/** How the person leafs through a run, and how much of it is drawn beside the scrubber. */
export interface Leafing {
  readonly kind: EventKind;
  /** There was no more of the kind in that direction when it was asked for here. */
  readonly missed: { readonly by: 1 | -1; readonly playhead: number } | null;
  /** What was jumped to, where the caption does not come to tell it; null where it does. */
  readonly reached?: Reached | null;
  /** The leader epochs of every partition are shown, not of the selected one alone. */
  readonly showsAll: boolean;
}
