import { useRef, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { useSize } from '../useSize';
import { Picture } from './Picture';
import { Toolbar } from './Toolbar';
import { summaryOf } from './summary';
import { useSpaceTime } from './useSpaceTime';

/** Every message as a line between two nodes, with time across. */
export function SpaceTime() {
  const [measure, { width, height }] = useSize();
  const [allPartitions, setAllPartitions] = useState(false);
  const [allMessages, setAllMessages] = useState(false);
  const svg = useRef<SVGSVGElement>(null);
  const partition = useHighwater((state) => state.selectedPartition);
  const wishes = { partition, allPartitions, allMessages };
  const view = useSpaceTime(width, height, wishes);
  const recording = useHighwater((state) => state.recording);
  const summary = summaryOf(recording, view, wishes);
  return (
    <>
      <Toolbar view={view} svg={svg} summary={summary} about={wishes}>
        <Switch word="All partitions" isOn={allPartitions} onToggle={setAllPartitions} />
        <Switch word="All messages" isOn={allMessages} onToggle={setAllMessages} />
      </Toolbar>
      <div ref={measure} className="spaceTimePicture">
        {width > 0 && <Picture svgRef={svg} view={view} width={width} summary={summary} />}
      </div>
    </>
  );
}

interface SwitchProps {
  readonly word: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

function Switch({ word, isOn, onToggle }: SwitchProps) {
  return (
    <button
      type="button"
      className="spaceTimeButton"
      aria-pressed={isOn}
      onClick={() => onToggle(!isOn)}
    >
      {word}
    </button>
  );
}
