import type { BrokerId, ClientId, NodeId, PartitionId, Table } from '../../../sim/ids';
import type { Box } from './geometry';
import type { RowLayout } from './rowLayout';

/** All that a layout depends on: sizes and counts, never what is going on. */
export interface StageRequest {
  readonly width: number;
  readonly height: number;
  readonly brokers: readonly BrokerRequest[];
  readonly partitions: readonly PartitionId[];
  /** Producers and consumers, each kind in ascending order. */
  readonly clients: readonly ClientId[];
  readonly hasController: boolean;
  /** Digits of the longest offset on the stage. */
  readonly offsetDigits: number;
  /** How many times as large as usual the smallest text is; 1 unless said otherwise. */
  readonly type?: number;
}

/** A request in which all is as usual but the smallest text, in CSS pixels. */
export interface PlainRequest extends Omit<StageRequest, 'type'> {
  readonly fontMin: number;
}

export interface BrokerRequest {
  readonly id: BrokerId;
  /** `broker.rack`, null without. */
  readonly rack: string | null;
  readonly partitions: readonly PartitionId[];
}

/** Where everything on the stage is. */
export interface StageLayout {
  readonly width: number;
  /** Height of the picture; more than the stage's only when it has to be scrolled. */
  readonly height: number;
  readonly cards: CardsLayout;
  readonly brokers: Table<BrokerId, BrokerPlace>;
  /** Behind the brokers: one for each run of neighbours in the same rack. */
  readonly zones: readonly RackZone[];
  readonly header: HeaderLayout;
  /** The same for every replica: what stands where within its row. */
  readonly row: RowLayout;
  /** Between the columns of brokers and outside of them, from left to right. */
  readonly gutters: readonly Lane[];
  /** Above each band of boxes, from top to bottom: `channels[n]` lies above band n. */
  readonly channels: readonly Lane[];
  /** Of all text, in CSS pixels: none is smaller. */
  readonly fontMin: number;
  /** How many times as large as usual are glyphs, buttons and what else stands beside words. */
  readonly unit: number;
}

/** Half of a message's tile: its middle keeps this far from the boxes beside its lane. */
export const TILE_HALF = 12;

/** A strip that messages travel in: its middle line, and how far they may keep from it. */
export interface Lane {
  readonly middle: number;
  readonly reach: number;
}

/** Who has a card: everybody but the brokers. */
export type CardId = 'controller' | ClientId;

/** `full`: three lines; `compact`: two; `line`: one. `tall` and `narrow` have little width. */
export type CardKind = 'full' | 'tall' | 'compact' | 'narrow' | 'line';

export interface CardPlace extends Box {
  readonly kind: CardKind;
  readonly band: number;
}

export interface CardsLayout {
  readonly places: Table<NodeId, CardPlace>;
  readonly titleFont: number;
  readonly font: number;
  readonly padding: number;
  /** As that of the stage. */
  readonly unit: number;
}

export interface BrokerPlace extends Box {
  readonly id: BrokerId;
  readonly column: number;
  readonly band: number;
  readonly header: Box;
  /** Rows of the replicas on it. */
  readonly rows: Table<PartitionId, Box>;
}

/** Ground that neighbouring brokers of one rack stand on. */
export interface RackZone extends Box {
  readonly rack: string;
  /** Where its name stands: below the brokers, where no message travels. */
  readonly label: Box;
}

/** What all broker headers have in common. */
export interface HeaderLayout {
  readonly height: number;
  readonly padding: number;
  readonly titleFont: number;
  readonly statusFont: number;
  /** Of what is wrong with its disks. */
  readonly tagFont: number;
  /** Without room for the word `Broker`, the number alone. */
  readonly long: boolean;
}
