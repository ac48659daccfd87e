import type { NodeId, PartitionId, Tick } from '../../sim/ids';
import type { Box } from '../stage/layout/geometry';
import type { MarkTone } from '../transport/markOf';
import type { Line } from './lines';
import type { PlacedMark } from './scene';
import type { Span } from './spans';

export interface Lane {
  readonly node: NodeId;
  readonly name: string;
  readonly y: number;
}

export interface Band {
  readonly key: string;
  readonly span: Span;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Dot {
  readonly mark: PlacedMark;
  readonly x: number;
  readonly y: number;
}

/** A quiet stretch that is drawn together. */
export interface Pause {
  readonly x: number;
  readonly width: number;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly fromTick: Tick;
  readonly toTick: Tick;
}

/** A time of which messages are not drawn. */
export type Gap = Pick<Box, 'x' | 'width'>;

/** Everything in the picture, in pixels from the upper left corner of the view of the lanes. */
export interface SpaceTimeLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly pauses: readonly Pause[];
  /** Where messages are not drawn. */
  readonly gaps: readonly Gap[];
  readonly bands: readonly Band[];
  readonly lines: readonly Line[];
  readonly dots: readonly Dot[];
  readonly labels: readonly Label[];
  readonly quiet: readonly QuietLabel[];
  readonly hiddenLabels: number;
}

/** Words in the picture, and the box that they fill. */
export interface Label {
  readonly key: string;
  readonly kind: 'tile' | 'note' | 'words' | 'crown';
  readonly text: string;
  /** Whose tile it is; null for all else. */
  readonly line: Line | null;
  readonly tone: MarkTone;
  readonly partition: PartitionId | null;
  readonly box: Box;
}

/** What is said above a quiet stretch, or above neighbours that have no room for words of each. */
export interface QuietLabel {
  readonly key: string;
  readonly text: string;
  /** The second row. */
  readonly detail: string;
  /** All that there is to say. */
  readonly title: string;
  readonly box: Box;
  /** How many stretches, and what is seen of them. */
  readonly over: { readonly x: number; readonly width: number; readonly count: number };
}
