import type { ToolOutput } from '../../sim/tools/toolOutput';
import { CopyButton } from './CopyButton';
import { ScrollBox } from './ScrollBox';

/** A tool as it is called, what it prints, and what one should know of that. */
export function ToolText({ output: printed }: { readonly output: ToolOutput }) {
  const { command, output, isTable, notes } = printed;
  const name = command.slice('bin/'.length, command.indexOf(' '));
  return (
    <div className="tool">
      <div className="toolHead">
        <h3 className="toolName">{name}</h3>
        <CopyButton what={name} text={`$ ${command}\n${output}`} />
      </div>
      <ScrollBox label={`${name} prints`} className={isTable ? 'toolTable' : ''}>
        <p className="toolLine toolCommand">$ {command}</p>
        {output.split('\n').map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index} className="toolLine">
            {line}
          </p>
        ))}
      </ScrollBox>
      {notes.map((note) => (
        <p key={note} className="toolNote">
          {note}
        </p>
      ))}
    </div>
  );
}
