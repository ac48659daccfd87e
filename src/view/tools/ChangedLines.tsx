import { Fragment } from 'react';

interface ChangedLinesProps {
  readonly text: string;
  /** What stood there before what was told last happened. */
  readonly before: string;
}

/**
 * A text line by line; those that what was told last has changed are marked. Where there is a tab
 * a line may be broken sooner than elsewhere.
 */
export function ChangedLines({ text, before }: ChangedLinesProps) {
  const old = new Set(before.split('\n'));
  return text.split('\n').map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <p key={index} className="toolLine" data-changed={!old.has(line)}>
      {line.split('\t').map((field, nth) => (
        <Fragment key={field}>
          {nth > 0 && '\t'}
          <span className="toolField">{field}</span>
        </Fragment>
      ))}
    </p>
  ));
}
