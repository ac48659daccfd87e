interface TableRowsProps {
  /** Blocks with a line of column names each, as Kafka's tools pad them. */
  readonly text: string;
  /** What stood there before what was told last happened. */
  readonly before: string;
}

/**
 * A table that is wider than its panel, row by row: each value behind the name of its column, so
 * that nothing has to be scrolled sideways. Rows that what was told last has changed are marked.
 */
export function TableRows({ text, before }: TableRowsProps) {
  const old = new Set(before.split('\n'));
  return text.split('\n\n').flatMap((block) => {
    const [header = '', ...rows] = block.split('\n');
    const names = header.split(/ +/);
    return rows.map((row) => (
      <p key={row} className="toolLine" data-changed={!old.has(row)}>
        {row.split(/ +/).map((value, nth) => (
          <span key={names[nth]}>
            <span className="toolField">
              <span className="toolCommand">{names[nth]}</span> {value}
            </span>{' '}
          </span>
        ))}
      </p>
    ));
  });
}
