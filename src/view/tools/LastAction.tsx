import { commandLine } from '../../sim/tools/commandLine';
import { useHighwater } from '../../store/HighwaterContext';
import { frameOf } from '../../store/selectors';
import { lastCommand } from '../../timeline/lastCommand';
import { shortClockText } from '../transport/clockText';
import { CopyButton } from './CopyButton';
import { ScrollBox } from './ScrollBox';

/** What would do on a real cluster what was done here last. */
export function LastAction() {
  const last = useHighwater(({ recording, frameIndex }) => lastCommand(recording, frameIndex));
  const { world } = useHighwater(frameOf);
  if (!last) {
    return (
      <p className="toolNote">
        Nothing has been done yet. The command for what you do will stand here, to copy.
      </p>
    );
  }
  const { script, words } = commandLine(last.command, world);
  return (
    <div className="tool lastAction">
      <div className="toolHead">
        <h2 className="toolTitle">Last action as a command</h2>
        {script !== null && <CopyButton what="the last action as a command" text={script} />}
      </div>
      <p className="toolNote">
        At {shortClockText(last.at)}. {words}
      </p>
      {script !== null && (
        <ScrollBox label="The command" className="">
          {script.split('\n').map((line) => (
            <p key={line} className="toolLine">
              {line}
            </p>
          ))}
        </ScrollBox>
      )}
    </div>
  );
}
