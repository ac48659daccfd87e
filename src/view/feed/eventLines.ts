import { concernsBroker, concernsPartition, type EventKind, kindOf } from '../../sim/concerns';
import type { Event } from '../../sim/event';
import type { BrokerId, PartitionId } from '../../sim/ids';
import { type Weight, weightOf } from '../../sim/weight';
import type { Happening } from '../../timeline/mark';

/** Which events are listed; null and the empty text let all through. */
export interface EventFilter {
  readonly weight: Weight;
  readonly kind: EventKind | null;
  readonly partition: PartitionId | null;
  readonly broker: BrokerId | null;
  /** Looked for in the sentences, in any case of letters. */
  readonly search: string;
}

/** One line: an event, several of one type in one moment, or a stretch of routine. */
export interface EventLine {
  /** Number of its first event; negative for a stretch of routine. */
  readonly id: number;
  readonly happenings: readonly [Happening, ...Happening[]];
}

type OpenLine = { id: number; happenings: [Happening, ...Happening[]] };

/** What is told, of everything. */
export const TOLD: EventFilter = {
  weight: 'told',
  kind: null,
  partition: null,
  broker: null,
  search: '',
};

const HEAVIER: { readonly [Least in Weight]: readonly Weight[] } = {
  told: ['told'],
  detail: ['told', 'detail'],
  background: ['told', 'detail', 'background'],
};

/** Makes the lines of a history. */
export type Lister = (
  happenings: readonly Happening[],
  filter: EventFilter,
) => readonly EventLine[];

/**
 * A lister that goes on where it stopped while the same history grows under the same filter.
 *
 * @param wordsOf what people read of an event, in small letters
 */
export function createLister(wordsOf: (event: Event) => string): Lister {
  let lines: OpenLine[] = [];
  let known: EventFilter | null = null;
  let latest: Happening | undefined;
  return (happenings, filter) => {
    const from = latest?.number ?? 0;
    const goesOn = filter === known && (from === 0 || happenings[from - 1] === latest);
    if (!goesOn) lines = [];
    known = filter;
    latest = happenings.at(-1);
    const passes = passing(filter, wordsOf);
    let grown = lines;
    for (let at = goesOn ? from : 0; at < happenings.length; at += 1) {
      const happening = happenings[at];
      if (!happening || !passes(happening.event)) continue;
      if (grown === lines) grown = [...lines];
      add(grown, happening);
    }
    lines = grown;
    return lines;
  };
}

/** The lines with the events of unfolded stretches of routine, by their ids, below them. */
export function unfolded(
  lines: readonly EventLine[],
  ids: ReadonlySet<number>,
): readonly EventLine[] {
  if (ids.size === 0) return lines;
  return lines.flatMap((line) => {
    if (line.id > 0 || !ids.has(line.id)) return [line];
    const each = line.happenings.map((one): EventLine => ({ id: one.number, happenings: [one] }));
    return [line, ...each];
  });
}

function add(lines: OpenLine[], happening: Happening): void {
  const isRoutine = weightOf(happening.event) === 'background';
  const last = lines.at(-1);
  if (last && isRoutine === last.id < 0 && (isRoutine || isOfSameKind(last, happening))) {
    last.happenings.push(happening);
    lines[lines.length - 1] = { ...last };
    return;
  }
  lines.push({ id: isRoutine ? -happening.number : happening.number, happenings: [happening] });
}

/** Whether anything is left out that is told. */
export function isFiltering({ kind, partition, broker, search }: EventFilter): boolean {
  return kind !== null || partition !== null || broker !== null || search.trim() !== '';
}

function passing(
  { weight, kind, partition, broker, search }: EventFilter,
  wordsOf: (event: Event) => string,
): (event: Event) => boolean {
  const weights = HEAVIER[weight];
  const sought = search.trim().toLowerCase();
  return (event) =>
    weights.includes(weightOf(event)) &&
    (kind === null || kindOf(event) === kind) &&
    (partition === null || concernsPartition(event, partition)) &&
    (broker === null || concernsBroker(event, broker)) &&
    (sought === '' || wordsOf(event).includes(sought));
}

// What happens to several partitions at once is one line.
function isOfSameKind({ happenings: [first] }: OpenLine, { index, event }: Happening): boolean {
  return first.index === index && first.event.type === event.type;
}
