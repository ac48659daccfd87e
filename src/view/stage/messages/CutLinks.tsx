import { memo, useMemo } from 'react';
import type { NetworkState } from '../../../sim/network';
import { useHighwaterStore } from '../../../store/HighwaterContext';
import { Glyph } from '../../glyphs/Glyph';
import { nodeName } from '../../nodeName';
import { EFFECT_SECONDS, type Happened } from '../effects/happenings';
import type { StageLayout } from '../layout/stageLayout';
import { pathData } from '../routes/route';
import { useMark } from '../StageTime';
import { type CutWay, cutWays, type PlacedCut, placeCuts } from './cutWays';
import styles from './messages.module.css';

interface CutLinksProps {
  readonly layout: StageLayout;
  readonly cutLinks: NetworkState['cutLinks'];
  readonly events: readonly Happened[];
}

/** Ways on which messages are lost: broken wires, and what was healed a moment ago fades. */
export const CutLinks = memo(function CutLinks({ layout, cutLinks, events }: CutLinksProps) {
  const cuts = useMemo(() => placeCuts(layout, cutWays(cutLinks)), [layout, cutLinks]);
  const healed = useMemo(() => healedWays(events), [events]);
  const fading = useMemo(
    () =>
      placeCuts(
        layout,
        healed.map(({ way }) => way),
      ),
    [layout, healed],
  );
  if (cuts.length === 0 && fading.length === 0) return null;
  const { width, height } = layout;
  return (
    <>
      <svg aria-hidden className={styles.wires} width={width} height={height}>
        {cuts.map(({ way, route }) => (
          <path key={way.key} d={pathData(route)} className={styles.cutWire} />
        ))}
      </svg>
      {cuts.map((cut) => (
        <CutMark key={cut.way.key} cut={cut} at={cutAt(events, cut.way)} />
      ))}
      {fading.map((cut, index) => (
        <HealedMark key={cut.way.key} cut={cut} at={healed[index]?.at ?? 0} />
      ))}
    </>
  );
});

interface CutMarkProps {
  readonly cut: PlacedCut;
  /** Story second at which it was cut; null when that is long ago. */
  readonly at: number | null;
}

function CutMark({ cut, at }: CutMarkProps) {
  const { way, mark, direction } = cut;
  const store = useHighwaterStore();
  if (!mark) return null;
  const { from, to, bothWays } = way;
  const ends = `${nodeName(from)} ${bothWays ? 'and' : 'to'} ${nodeName(to)}`;
  const says = bothWays ? 'both ways' : 'this way only';
  return (
    <div className={styles.cut} style={{ left: mark.x, top: mark.y }}>
      <button
        type="button"
        className={styles.cutMark}
        title={`The link from ${nodeName(from)} to ${nodeName(to)} is cut, ${says}`}
        aria-label={`Heal the ${bothWays ? 'link between' : 'way from'} ${ends}`}
        onClick={() => store.getState().act({ type: 'healLink', from, to, bothWays })}
      >
        {!bothWays && (
          <span className={styles.arrow} style={{ rotate: `${direction}deg` }}>
            <Glyph size={15}>
              <path d="M4 2 13 8 4 14Z" fill="currentColor" />
            </Glyph>
          </span>
        )}
        <Glyph size={14}>
          <path d="M3 3 13 13M13 3 3 13" strokeWidth="3" />
        </Glyph>
      </button>
      {at !== null && <CutFlash at={at} />}
    </div>
  );
}

function CutFlash({ at }: { readonly at: number }) {
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    transform: `scale(${1 + progress})`,
    opacity: 1 - progress ** 2,
  }));
  return <span ref={ref} className={styles.cutFlash} style={style} />;
}

function HealedMark({ cut, at }: { readonly cut: PlacedCut; readonly at: number }) {
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    opacity: 1 - progress ** 2,
  }));
  if (!cut.mark) return null;
  return (
    <div
      ref={ref}
      aria-hidden
      className={styles.cut}
      style={{ ...style, left: cut.mark.x, top: cut.mark.y }}
    >
      <span className={styles.healed}>
        <Glyph size={14}>
          <path d="M3 8.5 6.5 12 13 4.5" strokeWidth="2.6" />
        </Glyph>
      </span>
    </div>
  );
}

interface HealedWay {
  readonly way: CutWay;
  readonly at: number;
}

function healedWays(events: readonly Happened[]): readonly HealedWay[] {
  return events.flatMap(({ event, story }) => {
    if (event.type !== 'linkHealed') return [];
    const { from, to, bothWays } = event;
    return [{ way: { key: `${from} ${to}`, from, to, bothWays }, at: story }];
  });
}

function cutAt(events: readonly Happened[], { from, to }: CutWay): number | null {
  const cut = events.findLast(
    ({ event }) =>
      event.type === 'linkCut' &&
      [event.from, event.to].toSorted().join() === [from, to].toSorted().join(),
  );
  return cut?.story ?? null;
}
