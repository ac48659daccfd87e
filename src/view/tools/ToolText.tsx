import type { ToolOutput } from '../../sim/tools/toolOutput';
import { ChangedLines } from './ChangedLines';
import { CopyButton } from './CopyButton';
import { ScrollBox } from './ScrollBox';
import { TableRows } from './TableRows';

interface ToolTextProps {
  readonly output: ToolOutput;
  /** What it would have printed before what was told last happened. */
  readonly before: string;
}

/** A tool as it is called, what it prints, and what one should know of that. */
export function ToolText({ output: printed, before }: ToolTextProps) {
  const { command, output, isTable, notes } = printed;
  const Lines = isTable ? TableRows : ChangedLines;
  const name = command.slice('bin/'.length, command.indexOf(' '));
  return (
    <div className="tool">
      <div className="toolHead">
        <h2 className="toolName">{name}</h2>
        <CopyButton what={name} text={`$ ${command}\n${output}`} />
      </div>
      <ScrollBox label={`${name} prints`} className={isTable ? 'toolTable' : ''}>
        <p className="toolLine toolCommand">$ {command}</p>
        <Lines text={output} before={before} />
      </ScrollBox>
      {notes.map((note) => (
        <p key={note} className="toolNote">
          {note}
        </p>
      ))}
    </div>
  );
}
