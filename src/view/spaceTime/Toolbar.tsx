import { LocateFixed } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { Legend } from './Legend';
import { nowMark } from './nowMark';
import { SaveButtons } from './SaveButtons';
import { standaloneSvg, themeAt } from './saveSvg';
import type { Wishes } from './wishes';
import { messages, omissionsOf } from './summary';
import { ToolButton } from './ToolButton';
import type { View } from './useSpaceTime';

const STEP = 1.5;

interface ToolbarProps {
  readonly view: View;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly summary: string;
  readonly about: Wishes;
  /** Further buttons. */
  readonly children: ReactNode;
}

/** What the diagram is about, what is left out of it, and what changes it. */
export function Toolbar({ view, svg, summary, about, children }: ToolbarProps) {
  const store = useHighwaterStore();
  const legend = useRef<SVGSVGElement>(null);
  const pictureOf = () => {
    const box = svg.current?.parentElement;
    if (!svg.current || !box) return null;
    const additions = {
      title: 'Highwater: space-time diagram',
      description: summary,
      legend: legend.current,
      now: nowMark(store.getState(), view),
    };
    return standaloneSvg(svg.current, additions, themeAt(box));
  };
  const facts = [
    messages(view.layout.lines.length),
    ...omissionsOf(store.getState().recording, view),
  ];
  return (
    <div className="spaceTimeHead">
      <h2 className="panelTitle">Space-time</h2>
      <p className="spaceTimeNote">
        <span>
          {about.allPartitions && 'all partitions, epochs: '}
          {about.partition}
        </span>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <Legend svgRef={legend} />
      <div className="spaceTimeButtons">
        {children}
        <ViewButtons view={view} />
        <SaveButtons pictureOf={pictureOf} />
      </div>
    </div>
  );
}

function ViewButtons({ view: { zoom, isHeld, follow } }: { readonly view: View }) {
  return (
    <>
      {isHeld && (
        <ToolButton onPress={follow}>
          <LocateFixed size={15} aria-hidden /> Playhead
        </ToolButton>
      )}
      <ToolButton name="Zoom out" onPress={() => zoom(1 / STEP)}>
        −
      </ToolButton>
      <ToolButton name="Zoom in" onPress={() => zoom(STEP)}>
        +
      </ToolButton>
    </>
  );
}
