import { TriangleAlert } from 'lucide-react';
import { type Figure, operatorFigures } from '../../sim/tools/figures';
import { useHighwater } from '../../store/HighwaterContext';
import { frame, happeningsUntil, type Recording } from '../../timeline/recording';
import { CopyButton } from './CopyButton';
import { momentBefore } from './momentBefore';
import { ScrollBox } from './ScrollBox';

/** What operators watch. Each figure opens to tell what it counts, and its MBean. */
export function Figures() {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const indexBefore = useHighwater(momentBefore);
  const figures = figuresAt(recording, frameIndex);
  const before = figuresAt(recording, indexBefore).map(totalOf);
  return (
    <div className="tool">
      <div className="toolHead">
        <h2 className="toolTitle">Figures at this instant</h2>
        <CopyButton what="the figures" text={figures.map(textOf).join('\n')} />
      </div>
      <ScrollBox label="The figures" className="operatorFigures">
        {figures.map((figure, index) => (
          <OneFigure key={figure.name} figure={figure} before={before[index] ?? 0} />
        ))}
      </ScrollBox>
    </div>
  );
}

function figuresAt(recording: Recording, index: number): readonly Figure[] {
  const events = happeningsUntil(recording, index).map(({ event }) => event);
  return operatorFigures(frame(recording, index).world, events);
}

interface OneFigureProps {
  readonly figure: Figure;
  /** Its value before what was told last happened. */
  readonly before: number;
}

function OneFigure({ figure, before }: OneFigureProps) {
  const { name, bean, words, told, alarms } = figure;
  const total = totalOf(figure);
  const isBad = alarms && total > 0;
  return (
    <details className="operatorFigure" data-bad={isBad}>
      <summary title={bean}>
        <span className="operatorName">{name}</span>
        <span className="operatorValue">
          {isBad && <TriangleAlert size={13} aria-label="trouble" />}
          {total !== before && <span className="operatorWas">{before} → </span>}
          {total}
        </span>
        {told.length > 1 && <span className="operatorTold">{told.map(toldText).join(' · ')}</span>}
      </summary>
      <p className="toolNote">{words}</p>
      <p className="toolNote operatorBean">{bean}</p>
    </details>
  );
}

function totalOf({ told }: Figure): number {
  return told.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

function toldText({ by, value }: Figure['told'][number]): string {
  return `${by}: ${value ?? '–'}`;
}

function textOf(figure: Figure): string {
  return [`${figure.name} ${totalOf(figure)}`, ...figure.told.map(toldText)].join('\n  ');
}
