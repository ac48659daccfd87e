import { useEffect, useState } from 'react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import type { Engine } from '../../timeline/engine';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { clockText, feedClockText } from '../transport/clockText';
import { markOf } from '../transport/markOf';
import { bandWords } from './Bands';
import { epochBands } from './epochBands';
import { useForks } from './Forks';
import { type PlacedMark, REACH } from './marksOnAxis';

const LINES_MAX = 3;

interface TipProps {
  readonly scale: number;
  readonly width: number;
  readonly x: number;
  /** The moment that is told. */
  readonly story: number;
  readonly mark: PlacedMark | undefined;
  /** Partition of the row that is pointed at; left out: the selected one. */
  readonly row: string | undefined;
  /** False: only while the slider has the focus of the keyboard. */
  readonly isShown: boolean;
}

/** Names the moment, the leader at that moment, and what its tick stands for. */
export function Tip({ scale, width, x, story, mark, row, isShown }: TipProps) {
  const { recording, selectedPartition, engine } = useHighwaterStore().getState();
  const forks = useForks().filter((fork) => Math.abs(fork.story * scale - x) < REACH);
  const isLeft = useLeft(x);
  if (!engine || isLeft || story > lastStory(recording) + REACH / scale) return null;
  const bands = epochBands(recording);
  const named = [...bands.keys()].find((id) => id === row) ?? selectedPartition;
  const band = bands.get(named)?.findLast(({ from }) => from <= story);
  const { lines, more } = linesOf(engine, mark);
  return (
    <div
      className="tip"
      data-shown={isShown}
      style={{ left: x, translate: `${(-100 * x) / width}%` }}
      aria-hidden
    >
      <p className="tipHead">
        <b>{clockText(clusterTimeAt(recording, story))}</b>
        {band && ` · ${named}: ${bandWords(band)}`}
      </p>
      {forks.map(({ id, name }) => (
        <p key={id}>Here begins {name}.</p>
      ))}
      {lines.map(({ key, tick, what }) => (
        <p key={key}>
          <span className="tipTime">{feedClockText(tick)}</span> {what}
        </p>
      ))}
      {more > 0 && <p>and {more} more</p>}
    </div>
  );
}

/** Escape takes it away until something else is pointed at. */
function useLeft(x: number): boolean {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setLeft(x);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [x]);
  return left === x;
}

/** The weightiest of what a tick stands for, one of each type, in their order. */
function linesOf(engine: Engine, mark: PlacedMark | undefined) {
  const all = (mark?.moments ?? []).flatMap(({ index, tick, events }) =>
    events.map((event) => ({ index, tick, event, weight: markOf(event)?.weight ?? 0 })),
  );
  const weightiest = all
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .filter((one, at, each) => each.findIndex((x) => x.event.type === one.event.type) === at)
    .slice(0, LINES_MAX);
  const weighty = all.filter((each) => weightiest.includes(each));
  const lines = weighty.map(({ index, tick, event }) => ({
    key: `${index} ${event.type}`,
    tick,
    what: engine.explain(event).what,
  }));
  return { lines, more: all.length - lines.length };
}
