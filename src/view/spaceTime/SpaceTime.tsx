import { useRef, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { useSize } from '../useSize';
import { Picture } from './Picture';
import { Toolbar } from './Toolbar';
import { ToolButton } from './ToolButton';
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
        <ToolButton isOn={allPartitions} onPress={() => setAllPartitions(!allPartitions)}>
          All partitions
        </ToolButton>
        <ToolButton isOn={allMessages} onPress={() => setAllMessages(!allMessages)}>
          All messages
        </ToolButton>
      </Toolbar>
      <div ref={measure} className="spaceTimePicture scrollEdges">
        {width > 0 && <Picture svgRef={svg} view={view} width={width} summary={summary} />}
      </div>
    </>
  );
}
