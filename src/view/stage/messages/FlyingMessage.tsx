import { memo } from 'react';
import { Glyph } from '../../glyphs/Glyph';
import { MessageGlyph } from '../../glyphs/MessageGlyph';
import { useLookOf } from '../../lookOf';
import { nodeName } from '../../nodeName';
import { directionAt } from '../routes/route';
import { useFlight, useStageTime } from '../StageTime';
import type { RoutedSprite } from './routedSprite';
import type { Sprite } from './sprite';
import { shapeSize, spritePlace } from './spritePlace';
import { toneOf } from './tone';
import styles from './messages.module.css';

interface FlyingMessageProps {
  readonly routed: RoutedSprite;
  /** Its way is cut: it comes no further than that. */
  readonly isDoomed: boolean;
  /** The share of its way at which it is held; null while it flies. */
  readonly heldAt: number | null;
  readonly isPicked: boolean;
  readonly onPick: (flightId: number) => void;
}

/** A message at its place between two nodes, by the cluster's clock. */
export const FlyingMessage = memo(function FlyingMessage(props: FlyingMessageProps) {
  const { routed, isDoomed, heldAt, isPicked, onPick } = props;
  const { sprite, route } = routed;
  const { reducedMotion } = useStageTime();
  const lookOf = useLookOf();
  const pick = () => onPick(sprite.flightId);
  const { ref, style } = useFlight(sprite, heldAt, (progress) => {
    const { x, y } = spritePlace(routed, progress, isDoomed && heldAt === null);
    return { transform: `translate(${Math.round(x * 10) / 10}px, ${Math.round(y * 10) / 10}px)` };
  });
  return (
    <div ref={ref} className={styles.flying} style={{ ...toneOf(sprite, lookOf), ...style }}>
      <button
        type="button"
        // The list of what is in flight is there for the keys.
        tabIndex={-1}
        className={styles.sprite}
        data-kind={sprite.kind}
        data-background={sprite.background}
        data-picked={isPicked || undefined}
        aria-label={nameOf(sprite, heldAt !== null)}
        aria-pressed={isPicked}
        // What moves may be elsewhere when the button goes up.
        onPointerDown={({ pointerType }) => pointerType === 'mouse' && pick()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={pick}
      >
        <SpriteFace sprite={sprite} />
        {heldAt !== null && <HeldMark />}
      </button>
      {reducedMotion && (
        <div className={styles.heading} style={{ rotate: `${directionAt(route, 0.5)}deg` }} />
      )}
    </div>
  );
});

function nameOf({ title, from, to }: Sprite, isHeld: boolean): string {
  return `${title}, from ${nodeName(from)} to ${nodeName(to)}${isHeld ? ', held' : ''}`;
}

function HeldMark() {
  return (
    <span className={styles.held}>
      <Glyph size={12}>
        <path d="M5 3V13M11 3V13" strokeWidth="3" />
      </Glyph>
    </span>
  );
}

/** What a message looks like: a tile with a label, or a shape of its own. */
function SpriteFace({ sprite }: { readonly sprite: Sprite }) {
  const { kind, label, title } = sprite;
  if (kind === 'produce' || kind === 'records')
    return (
      <span className={styles.tile} data-kind={kind} title={title}>
        {label}
      </span>
    );
  return (
    <span className={styles.glyph} title={title}>
      <MessageGlyph shape={kind} size={shapeSize(sprite)} />
      {label !== '' && <span className={styles.label}>{label}</span>}
    </span>
  );
}
