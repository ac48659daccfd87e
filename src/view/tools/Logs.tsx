import type { LogLine } from '../../sim/tools/logLines/line';
import { useHighwater } from '../../store/HighwaterContext';
import type { Recording } from '../../timeline/recording';
import { feedClockText } from '../transport/clockText';
import { CopyButton } from './CopyButton';
import { logOf } from './logOf';
import { ScrollBox } from './ScrollBox';

const SHOWN_MAX = 60;

interface Line {
  /** In the order of the run. */
  readonly number: number;
  readonly by: string;
  readonly level: LogLine['level'];
  readonly text: string;
}

/** The newest lines that the brokers and the controller would have logged, newest last. */
export function Logs() {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const lines = newestLines(recording, frameIndex);
  return (
    <div className="tool logs">
      <div className="toolHead">
        <h2 className="toolTitle">Logs</h2>
        <CopyButton
          what="the logs"
          text={lines.map(({ by, text }) => `${by} ${text}`).join('\n')}
        />
      </div>
      {lines.length === 0 && <p className="toolNote">Nobody has logged anything yet.</p>}
      <ScrollBox label="The logs" className="logScroll">
        <ol className="logLines">
          {lines.map(({ number, by, level, text }) => (
            <li key={number} data-level={level}>
              <span className="logBy">{by}</span> {text}
            </li>
          ))}
        </ol>
      </ScrollBox>
      <p className="toolNote">
        … stands for what is not modelled or told; “after”: once the answer is there.
      </p>
    </div>
  );
}

function newestLines({ line: { run } }: Recording, frameIndex: number): readonly Line[] {
  const { lines } = logOf(run.happenings);
  const end = lines.findLastIndex(({ index }) => index <= frameIndex) + 1;
  const first = Math.max(0, end - SHOWN_MAX);
  return lines.slice(first, end).map(({ line, tick }, nth) => {
    const { by, level, text, logger, cause, isLater } = line;
    const time = `[${isLater ? 'after ' : ''}${feedClockText(tick)}]`;
    const exception = cause === null ? '' : `\n${cause}`;
    const said = `${time} ${level} ${text} (${logger})${exception}`;
    return { number: first + nth, by, level, text: said };
  });
}
