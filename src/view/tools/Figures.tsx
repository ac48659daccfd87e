import { TriangleAlert } from 'lucide-react';
import { type Figure, operatorFigures } from '../../sim/tools/figures';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { happeningsUntil } from '../../timeline/recording';
import { CopyButton } from './CopyButton';
import { ScrollBox } from './ScrollBox';

/** What operators watch. Each figure opens to tell what it counts, and its MBean. */
export function Figures() {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const world = useHighwater(worldOf);
  const events = happeningsUntil(recording, frameIndex).map(({ event }) => event);
  const figures = operatorFigures(world, events);
  return (
    <div className="tool">
      <div className="toolHead">
        <h3 className="toolTitle">Figures at this instant</h3>
        <CopyButton what="the figures" text={figures.map(textOf).join('\n')} />
      </div>
      <ScrollBox label="The figures" className="operatorFigures">
        {figures.map((figure) => (
          <OneFigure key={figure.name} figure={figure} />
        ))}
      </ScrollBox>
    </div>
  );
}

function OneFigure({ figure }: { readonly figure: Figure }) {
  const { name, bean, words, told, alarms } = figure;
  const total = totalOf(figure);
  const isBad = alarms && total > 0;
  return (
    <details className="operatorFigure" data-bad={isBad}>
      <summary title={bean}>
        <span className="operatorName">{name}</span>
        <span className="operatorValue">
          {isBad && <TriangleAlert size={13} aria-label="trouble" />} {total}
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
