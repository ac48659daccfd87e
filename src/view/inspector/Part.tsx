import { type ReactElement, type ReactNode, useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the inspector under its own heading. */
export function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <section className="inspectorPart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface RowsProps extends Pick<PartProps, 'title'> {
  readonly columns: readonly string[];
  /** Each has a first cell of its own. */
  readonly rows: readonly (readonly [string | number | ReactElement, ...ReactNode[]])[];
  /** Said where there are no rows. */
  readonly none: string;
}

/** A small table under its own heading. */
export function Rows({ title, columns, rows, none }: RowsProps) {
  return (
    <Part title={title}>
      {rows.length === 0 ? (
        <p className="inspectorNone">{none}</p>
      ) : (
        <table className="inspectorTable">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...others]) => (
              <tr key={typeof first === 'object' ? first.key : first}>
                <th scope="row">{first}</th>
                {others.map((cell, at) => (
                  <td key={columns[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
