import { TriangleAlert } from 'lucide-react';
import type { BrokerId } from '../../sim/ids';
import { type Figure, operatorFigures } from '../../sim/tools/figures';
import { useHighwater } from '../../store/HighwaterContext';
import { frame, type Recording } from '../../timeline/recording';
import { CopyButton } from './CopyButton';
import { logOf } from './logOf';
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
          <OneFigure key={figure.name} figure={figure} before={before[index] ?? '–'} />
        ))}
      </ScrollBox>
    </div>
  );
}

function figuresAt(recording: Recording, index: number): readonly Figure[] {
  const { agreed, started } = logOf(recording.line.run.happenings);
  const begins = (id: BrokerId): number =>
    started.findLast((one) => one.broker === id && one.index <= index)?.index ?? 0;
  const proposals = agreed
    .filter((one) => one.index <= index && one.index >= begins(one.proposal.broker))
    .map(({ proposal }) => proposal);
  return operatorFigures(frame(recording, index).world, proposals);
}

interface OneFigureProps {
  readonly figure: Figure;
  /** Its value before what was told last happened. */
  readonly before: number | string;
}

function OneFigure({ figure, before }: OneFigureProps) {
  const { name, bean, words, told, alarms } = figure;
  const total = totalOf(figure);
  const isBad = alarms && total !== 0 && total !== '–';
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

/** Of what is told; a dash where nobody tells anything. */
function totalOf({ told }: Figure): number | string {
  const values = told.flatMap(({ value }) => value ?? []);
  return values.length === 0 ? '–' : values.reduce((sum, value) => sum + value, 0);
}

function toldText({ by, value }: Figure['told'][number]): string {
  return `${by}: ${value ?? '–'}`;
}

function textOf(figure: Figure): string {
  return [`${figure.name} ${totalOf(figure)}`, ...figure.told.map(toldText)].join('\n  ');
}
