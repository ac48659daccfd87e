import type { ReactElement } from 'react';
import { useHighwater } from '../../../store/HighwaterContext';
import { clusterTimeAt } from '../../../timeline/recording';
import { captionHere, OPENING } from '../../caption/sentenceOf';
import { PartitionLooks } from '../../PartitionLooks';
import { ElementsMaxContext } from '../../stage/messages/elementsMax';
import { Stage, type StageProps } from '../../stage/Stage';
import { clockText } from '../../transport/clockText';
import { typeStyle, useType } from '../../useType';
import { usePrefersReducedMotion } from '../../usePrefersReducedMotion';
import { CAPTION_HEIGHT, marginOf } from './plateSize';
import './plate.css';

export interface PlateProps {
  /** Of the whole picture, in CSS pixels. It grows downwards where the stage needs more. */
  readonly width: number;
  readonly height: number;
  /** For paper: without caption and clock, as the words stand beside it, and without buttons. */
  readonly isBare?: boolean;
  readonly renderMarks?: StageProps['renderMarks'];
}

/** The stage with the caption and the clock below it, as a picture that stands by itself. */
export function Plate({ width, height, isBare = false, renderMarks }: PlateProps) {
  const margin = marginOf(width);
  const [asked, prefersStill] = [useType(width - 2 * margin), usePrefersReducedMotion()];
  // Paper is read from as near as a book.
  const type = isBare ? 1 : asked;
  const around = isBare ? 2 * margin : 3 * margin + CAPTION_HEIGHT;
  return (
    <div
      className="plate"
      data-bare={isBare}
      style={{ ...typeStyle(type), width, minHeight: height, padding: margin, gap: margin }}
    >
      <ElementsMaxContext value={Infinity}>
        <PartitionLooks>
          <Stage
            width={width - 2 * margin}
            height={height - around}
            type={type}
            reducedMotion={isBare || prefersStill}
            onProduce={doNothing}
            onToggleLoad={doNothing}
            renderBrokerMenu={withoutMenu}
            renderPartitionMenu={nothing}
            renderClientMenu={withoutMenu}
            renderMarks={renderMarks}
          />
        </PartitionLooks>
      </ElementsMaxContext>
      {!isBare && <PlateCaption />}
    </div>
  );
}

const withoutMenu = (_: unknown, trigger: ReactElement) => trigger;
const nothing = () => null;

function doNothing(): void {
  // Nobody presses a picture.
}

function PlateCaption() {
  const watch = useHighwater((state) => state.watch);
  const clock = useHighwater(({ recording, playhead }) =>
    clockText(clusterTimeAt(recording, playhead)),
  );
  const told = useHighwater(captionHere);
  return (
    <div className="plateCaption" style={{ minHeight: CAPTION_HEIGHT }}>
      <p className="plateWords">
        {told?.what ?? watch ?? OPENING} {told && <span className="captionWhy">{told.why}</span>}
      </p>
      <p className="plateClock">{clock}</p>
    </div>
  );
}
