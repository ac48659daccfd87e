import { agreedProposals } from '../../sim/tools/agreedProposals';
import { logLines } from '../../sim/tools/logLines';
import type { LogLine } from '../../sim/tools/logLines/line';
import { useHighwater } from '../../store/HighwaterContext';
import type { Happening } from '../../timeline/mark';
import { happeningsUntil } from '../../timeline/recording';
import { feedClockText } from '../transport/clockText';
import { CopyButton } from './CopyButton';
import { ScrollBox } from './ScrollBox';

const SHOWN_MAX = 60;

interface Line {
  readonly key: string;
  readonly by: string;
  readonly level: LogLine['level'];
  readonly text: string;
}

/** The newest lines that the brokers and the controller would have logged, newest last. */
export function Logs() {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const lines = newestLines(happeningsUntil(recording, frameIndex));
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
          {lines.map(({ key, by, level, text }) => (
            <li key={key} data-level={level}>
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

function newestLines(happenings: readonly Happening[]): readonly Line[] {
  const agreed = agreedProposals(happenings.map(({ event }) => event));
  const lines: Line[] = [];
  for (const { event, tick, number } of happenings.toReversed()) {
    const logged = logLines(event, agreed.get(event) ?? null).toReversed();
    lines.push(...logged.map((line, index) => lineOf(line, tick, `${number}-${index}`)));
    if (lines.length >= SHOWN_MAX) break;
  }
  return lines.toReversed();
}

function lineOf({ by, level, text, logger, isLater }: LogLine, tick: number, key: string): Line {
  const time = `[${isLater ? 'after ' : ''}${feedClockText(tick)}]`;
  return { key, by, level, text: `${time} ${level} ${text} (${logger})` };
}
