import { type MouseEvent, type RefObject, useMemo } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { useSay } from '../voice/Voiced';
import { storyAtX } from './axis';
import { BOTTOM, TOP } from './layoutSpaceTime';
import { lineAt } from './lineAt';
import { type Line, wordsOf } from './lines';
import { meantBy } from './meant';
import type { SpaceTimeLayout } from './picture';
import { PictureSvg } from './PictureSvg';
import { PlayheadLine } from './PlayheadLine';
import { placeIn, useGestures } from './useGestures';
import { useMessageKeys } from './useMessageKeys';
import type { View } from './useSpaceTime';

interface PictureProps {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly view: View;
  readonly width: number;
  readonly summary: string;
}

/** The diagram itself: to be looked at, pressed, dragged, and gone through message by message. */
export function Picture({ svgRef, view, width, summary }: PictureProps) {
  const { layout, axis, start, column } = view;
  const selected = useHighwater((state) => state.selected);
  const { active, open, leave, onKeyDown } = useMessageKeys(view);
  const { wheel, ...pointer } = usePointer(view, (line) =>
    line ? open(line.passage.flight.id) : leave(),
  );
  const isMeant = useMemo(() => meantBy(selected), [selected]);
  const picked = active ?? (selected?.type === 'message' ? selected.flightId : null);
  const line = layout.lines.find(({ passage }) => passage.flight.id === active);
  useSay(line ? wordsOf(line) : '');
  return (
    // Its lines are too thin to be pressed one by one: whatever is nearest is meant.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={wheel}
      className="spaceTimeView"
      style={{ height: layout.height }}
      // Within it the arrow keys lead from message to message, also for who reads by ear.
      role="application"
      aria-roledescription="diagram"
      aria-label={summary}
      data-own-arrows
      // A diagram that is gone through with the arrow keys needs the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <PictureSvg svgRef={svgRef} view={view} width={width} isMeant={isMeant} picked={picked} />
      <div className="spaceTimeOver" style={{ left: column }}>
        <PlayheadLine axis={axis} start={start} width={layout.width} />
      </div>
    </div>
  );
}

/** What a press means: the moment under it on the clock, or the message that is nearest. */
function usePointer(view: View, onPick: (line: Line | null) => void) {
  const { layout, axis, start, column, zoom, pan } = view;
  const seek = useHighwater((state) => state.seek);
  const seekTo = (x: number) => seek(storyAtX(axis, start + x - column));
  const gestures = useGestures({
    onPan: pan,
    onZoom: (factor, x) => zoom(factor, x - column),
    onPress: (x, y) => {
      const isClock = x > column && (y > layout.height - BOTTOM || y < TOP / 2);
      if (isClock) seekTo(x);
      else onPick(lineAt(layout.lines, x - column, y));
    },
  });
  return {
    ...gestures,
    onMouseMove: (event: MouseEvent<HTMLElement>) => {
      const { x, y } = placeIn(event.currentTarget, event);
      const line = lineAt(layout.lines, x - column, y);
      event.currentTarget.title = line ? wordsOf(line) : quietAt(layout, x - column);
      event.currentTarget.style.cursor = line ? 'pointer' : 'default';
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const { x, y } = placeIn(event.currentTarget, event);
      if (x > column && !lineAt(layout.lines, x - column, y)) seekTo(x);
    },
  };
}

/** All that is said of the quiet stretch, or stretches, at a place; empty elsewhere. */
function quietAt({ quiet }: SpaceTimeLayout, x: number): string {
  return quiet.find(({ over }) => x >= over.x && x < over.x + over.width)?.title ?? '';
}
