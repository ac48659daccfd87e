import { useState } from 'react';
import { consumerGroupsOutput } from '../../sim/tools/consumerGroups';
import { logDirsOutput } from '../../sim/tools/logDirs';
import { offsetsOutput } from '../../sim/tools/offsets';
import { topicsOutput } from '../../sim/tools/topics';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { frame } from '../../timeline/recording';
import { Figures } from './Figures';
import { LastAction } from './LastAction';
import { Logs } from './Logs';
import { momentBefore } from './momentBefore';
import { ToolText } from './ToolText';
import './tools.css';

const SECTIONS = ['Topics', 'Offsets', 'Groups', 'Figures', 'Logs'] as const;

type Section = (typeof SECTIONS)[number];

/** Kafka's own words for the moment shown: its tools, its metrics, its logs. */
export function ToolsPanel() {
  const [shown, setShown] = useState<Section>('Topics');
  return (
    <section className="tools" aria-label="Kafka’s own words">
      <LastAction />
      <div className="toolSections">
        {SECTIONS.map((section) => (
          <button
            key={section}
            type="button"
            className="toolSection"
            aria-pressed={section === shown}
            onClick={() => setShown(section)}
          >
            {section}
          </button>
        ))}
      </div>
      <Shown section={shown} />
    </section>
  );
}

function Shown({ section }: { readonly section: Section }) {
  switch (section) {
    case 'Topics':
      return <ToolTexts outputs={[topicsOutput]} />;
    case 'Offsets':
      return <ToolTexts outputs={[offsetsOutput, logDirsOutput]} />;
    case 'Groups':
      return <ToolTexts outputs={[consumerGroupsOutput]} />;
    case 'Figures':
      return <Figures />;
    case 'Logs':
      return <Logs />;
    default:
      return section satisfies never;
  }
}

interface ToolTextsProps {
  readonly outputs: readonly (typeof topicsOutput)[];
}

function ToolTexts({ outputs }: ToolTextsProps) {
  const world = useHighwater(worldOf);
  const before = useHighwater((state) => frame(state.recording, momentBefore(state)).world);
  return outputs.map((outputOf) => (
    <ToolText key={outputOf.name} output={outputOf(world)} before={outputOf(before).output} />
  ));
}
