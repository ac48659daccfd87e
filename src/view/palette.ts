/** A colour in both themes, as in theme.css. */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

/**
 * Six colours for partitions. More than six with ten units of difference between any two, with
 * failure and promise beside them, do not exist for all kinds of colour blindness at a contrast of
 * 4.5:1 (searched), so partitions from the seventh on wear the same six with stripes.
 */
export const PARTITION_TONES: readonly Tone[] = [
  { light: '#1b6bc3', dark: '#8bb9fd' },
  { light: '#663c13', dark: '#f9bb2c' },
  { light: '#035863', dark: '#76e6f5' },
  { light: '#6509a3', dark: '#9285f2' },
  { light: '#ab408a', dark: '#f687bb' },
  { light: '#4d4e3c', dark: '#d5d7b1' },
];

/** Reserved: nothing else on the page is vermilion. */
export const FAILURE_TONE: Tone = { light: '#bb4501', dark: '#f56b3a' };

/** Reserved: a promise that is kept. */
export const PROMISE_TONE: Tone = { light: '#017c46', dark: '#30c976' };

export const INK_TONE: Tone = { light: '#1c1e21', dark: '#f1f3f5' };
export const MUTED_TONE: Tone = { light: '#5c6470', dark: '#a5aeba' };
export const SURFACE_TONE: Tone = { light: '#ffffff', dark: '#1b1f26' };
export const HEADER_TONE: Tone = { light: '#f1f2f4', dark: '#222731' };
export const PAGE_TONE: Tone = { light: '#f7f7f5', dark: '#101216' };
/** Text and glyphs on a surface filled with a tone. */
export const ON_FILL_TONE: Tone = { light: '#ffffff', dark: '#0b0d10' };

/** The ground of a leader's row, by partition colour: as light as paper, of the same hue. */
export const GROUND_TONES: readonly Tone[] = [
  { light: '#e3effb', dark: '#1d2d42' },
  { light: '#faf0de', dark: '#352b17' },
  { light: '#dff1f2', dark: '#15323a' },
  { light: '#f2e8fa', dark: '#282641' },
  { light: '#fae9f4', dark: '#3a2331' },
  { light: '#f0f0e2', dark: '#2f3024' },
];

/** What a projector shows in a bright room: 7:1 on white and on the ground of its own leader. */
export const PROJECTOR = {
  partitions: ['#024eb3', '#452402', '#0e3139', '#2d057c', '#803965', '#323029'],
  grounds: ['#eff6ff', '#fff6e6', '#e9f8f9', '#f7effe', '#fff1f9', '#f7f7e9'],
  failure: '#9f2908',
  promise: '#126046',
  muted: '#3d444e',
  accent: '#084d91',
  header: '#f7f8f9',
  page: '#ffffff',
} as const;

/** How a partition is told from the others: a colour, and stripes from the seventh on. */
export interface PartitionLook {
  readonly colour: string;
  /** Of the row of its leader. */
  readonly ground: string;
  readonly striped: boolean;
}

/** The look of the n-th partition of a topic, its colour as a custom property of theme.css. */
export function partitionLook(index: number): PartitionLook {
  const count = PARTITION_TONES.length;
  const at = index % count;
  const striped = index % (2 * count) >= count;
  return { colour: `var(--partition-${at})`, ground: `var(--ground-${at})`, striped };
}
