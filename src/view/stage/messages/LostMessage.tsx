import { m } from 'framer-motion';
import { memo, useMemo } from 'react';
import { StatusGlyph } from '../../glyphs/StatusGlyph';
import { EFFECT_SECONDS } from '../effects/happenings';
import type { StageLayout } from '../layout/stageLayout';
import { pointAt } from '../routes/route';
import { routeBetween } from '../routes/routeBetween';
import { easeOut, useEffectProgress } from '../StageTime';
import type { Lost } from './lostMessages';
import styles from './messages.module.css';

interface LostMessageProps {
  readonly lost: Lost;
  readonly layout: StageLayout;
}

/** Where a message reached nobody: a cross that bursts, by the story's clock. */
export const LostMessage = memo(function LostMessage({ lost, layout }: LostMessageProps) {
  const { sprite, at } = lost;
  const place = useMemo(() => {
    const { from, to, partition, lane } = sprite;
    const route = routeBetween(layout, from, to, partition, lane);
    return route && pointAt(route, 1);
  }, [layout, sprite]);
  const scale = useEffectProgress(at, EFFECT_SECONDS, (progress) => 0.7 + 0.9 * easeOut(progress));
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 - progress ** 2);
  if (!place) return null;
  return (
    <m.div className={styles.lost} style={{ left: place.x, top: place.y, scale, opacity }}>
      <span title={`${sprite.title}: reached nobody`}>
        <StatusGlyph shape="down" size={18} />
      </span>
    </m.div>
  );
});
