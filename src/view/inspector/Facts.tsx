import { Fragment } from 'react';
import type { Fact } from '../../sim/why/differences';
import { Part } from './Part';

interface FactsProps {
  readonly title: string;
  /** Who believes, and who or what it is compared with. */
  readonly believes: string;
  readonly decided: string;
  readonly facts: readonly Fact[];
}

/** Two columns of the same facts. Where they differ it says so, and what that means. */
export function Facts({ title, believes, decided, facts }: FactsProps) {
  return (
    <Part title={title}>
      <table className="inspectorTable">
        <thead>
          <tr>
            <th scope="col">
              <span className="visuallyHidden">what</span>
            </th>
            <th scope="col">{believes}</th>
            <th scope="col">{decided}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <Fragment key={fact.name}>
              <tr data-differs={fact.differs}>
                <th scope="row">{fact.name}</th>
                <td>{fact.believes}</td>
                <td>{fact.decided}</td>
              </tr>
              {fact.differs && (
                <tr data-differs>
                  <td colSpan={3}>
                    <strong>≠ differs.</strong> {fact.says}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
