import { memo, useMemo } from 'react';
import { StatusGlyph } from '../../glyphs/StatusGlyph';
import { EFFECT_SECONDS } from '../effects/happenings';
import type { StageLayout } from '../layout/stageLayout';
import { pointAt } from '../routes/route';
import { easeOut, useMark } from '../StageTime';
import type { Lost } from './lostMessages';
import { routedSprite } from './routedSprite';
import styles from './messages.module.css';

interface LostMessageProps {
  readonly lost: Lost;
  readonly layout: StageLayout;
}

/** Where a message reached nobody: a cross that bursts, by the story's clock. */
export const LostMessage = memo(function LostMessage({ lost, layout }: LostMessageProps) {
  const { sprite, at, share } = lost;
  const place = useMemo(() => {
    const routed = routedSprite(layout, sprite);
    return routed && pointAt(routed.route, share);
  }, [layout, sprite, share]);
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    transform: `scale(${0.7 + 0.9 * easeOut(progress)})`,
    opacity: 1 - progress ** 2,
  }));
  if (!place) return null;
  return (
    <div
      ref={ref}
      aria-hidden
      className={styles.lost}
      style={{ ...style, left: place.x, top: place.y }}
    >
      <span title={`${sprite.title}: reached nobody`}>
        <StatusGlyph shape="down" size={18} />
      </span>
    </div>
  );
});
