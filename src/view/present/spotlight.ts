import type { BrokerId, PartitionId } from '../../sim/ids';
import type { HighwaterState } from '../../store/state';
import type { Subject } from '../../share/subject';
import { bottom, type Box, right } from '../stage/layout/geometry';
import type { StageLayout } from '../stage/layout/stageLayout';
import type { Instance } from './presenting';

/** What a spotlight can be put on. */
export type Lit = Extract<Subject, { readonly type: 'broker' | 'partition' }>;

/** How far the light reaches around what it is on. */
const AROUND = 8;

/**
 * Puts the spotlight on something, or takes it away where it is there already. Without anything:
 * on what has the focus on the stage, or was picked last.
 */
export function switchSpotlight(store: Instance, on?: Lit): void {
  const state = store.getState();
  const { present, presenting } = state;
  const lit = on ?? focused() ?? picked(state);
  const isThere = JSON.stringify(presenting?.spotlight) === JSON.stringify(lit);
  present(
    isThere
      ? { spotlight: null, says: 'The spotlight is off.' }
      : { spotlight: lit, says: `The spotlight is on ${nameOf(lit)}.` },
  );
}

/** What is lit: the box of a broker, or the rows of a partition, with the ways between them. */
export function litBoxes(layout: StageLayout, spotlight: Subject): readonly Box[] {
  if (spotlight.type === 'broker') {
    const box = layout.brokers[spotlight.broker];
    return box ? [around(box)] : [];
  }
  if (spotlight.type !== 'partition') return [];
  const rows = Object.values(layout.brokers).flatMap(
    (place) => place?.rows[spotlight.partition] ?? [],
  );
  // Rows at one height are lit as one: what travels between them is lit with them.
  const heights = [...new Set(rows.map(({ y }) => y))];
  return heights.map((y) => around(hull(rows.filter((row) => row.y === y))));
}

function hull(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map(right)) - x;
  return { x, y, width, height: Math.max(...boxes.map(bottom)) - y };
}

function around({ x, y, width, height }: Box): Box {
  const more = 2 * AROUND;
  return { x: x - AROUND, y: y - AROUND, width: width + more, height: height + more };
}

/** The broker or the partition on the stage that has the focus. */
function focused(): Lit | null {
  const element = document.activeElement;
  const partition = element?.closest<HTMLElement>('[data-partition]')?.dataset['partition'];
  if (isPartition(partition)) return { type: 'partition', partition };
  const broker = element?.closest<HTMLElement>('[data-broker]')?.dataset['broker'];
  return broker === undefined ? null : brokerLit(Number(broker));
}

/** What was picked last, as far as it can be lit; there always is a partition. */
function picked({ selected, selectedPartition: partition }: HighwaterState): Lit {
  if (selected?.type === 'broker') return brokerLit(selected.broker);
  return { type: 'partition', partition };
}

function brokerLit(broker: BrokerId): Lit {
  return { type: 'broker', broker };
}

function isPartition(name: string | undefined): name is PartitionId {
  return name !== undefined && name.includes('-');
}

function nameOf(lit: Lit): string {
  return lit.type === 'broker' ? `broker ${lit.broker}` : lit.partition;
}
