import { memo, useCallback, useState } from 'react';
import type { CutLink } from '../../../sim/command/network';
import type { Link } from '../../../sim/network';
import { useHighwaterStore } from '../../../store/HighwaterContext';
import { nodeName } from '../../nodeName';
import { clamp } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { pathData } from '../routes/route';
import { linksCrossed, linksOn } from './linksCrossed';
import { followStrokes, type Stroke } from './followStrokes';
import styles from './messages.module.css';

const NAMED_MAX = 3;
const WORDS_WIDTH = 240;

/** A stroke that the person draws across wires: what it crosses is cut when it ends. */
export const CutGesture = memo(function CutGesture({ layout }: { readonly layout: StageLayout }) {
  const store = useHighwaterStore();
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const uncut = useCallback(
    ({ from, to }: Stroke) =>
      linksCrossed(layout, from, to).filter(
        ({ link }) => store.getState().refusalOf(cutOf(link)) === null,
      ),
    [layout, store],
  );
  const listen = useCallback(
    (element: HTMLElement | null) => {
      const picture = element?.parentElement?.parentElement;
      if (!picture) return undefined;
      const onEnd = (drawn: Stroke) => {
        for (const { link } of uncut(drawn)) store.getState().act(cutOf(link));
      };
      return followStrokes({ picture, layout, onDraw: setStroke, onEnd });
    },
    [layout, store, uncut],
  );
  const crossed = stroke && stroke.to !== stroke.from ? uncut(stroke) : [];
  return (
    <div ref={listen} aria-hidden>
      {stroke && (
        <>
          <svg className={styles.wires} width={layout.width} height={layout.height}>
            {linksOn(layout).map(({ link, route }) => (
              <path key={keyOf(link)} d={pathData(route)} className={styles.link} />
            ))}
            {crossed.map(({ link, route }) => (
              <path key={`x ${keyOf(link)}`} d={pathData(route)} className={styles.cutWire} />
            ))}
            <line
              className={styles.stroke}
              x1={stroke.from.x}
              y1={stroke.from.y}
              x2={stroke.to.x}
              y2={stroke.to.y}
            />
          </svg>
          <p
            className={styles.strokeWords}
            style={{
              left: clamp(stroke.to.x + 12, 4, Math.max(4, layout.width - WORDS_WIDTH - 4)),
              top: clamp(stroke.to.y + 12, 4, layout.height - 60),
              maxWidth: WORDS_WIDTH,
            }}
          >
            {wordsOf(crossed.map(({ link }) => link))}
          </p>
        </>
      )}
    </div>
  );
});

function cutOf(link: Link): CutLink {
  return { type: 'cutLink', ...link, bothWays: true };
}

function keyOf({ from, to }: Link): string {
  return `${from} ${to}`;
}

function wordsOf(links: readonly Link[]): string {
  if (links.length === 0) return 'Draw across a link to cut it.';
  const names = links.map(({ from, to }) => `${nodeName(from)} – ${nodeName(to)}`);
  const more = links.length > NAMED_MAX ? `, and ${links.length - NAMED_MAX} more` : '';
  return `Cuts ${names.slice(0, NAMED_MAX).join(', ')}${more}. Esc or back: not.`;
}
