import type { ReactNode } from 'react';
import type { Explanation } from '../../sim/explain/explanation';
import type { Engine } from '../../timeline/engine';

interface ReasonsProps {
  readonly explanation: Explanation;
  readonly simplifications: Engine['simplifications'];
  /** What stands before the reasons. */
  readonly children: ReactNode;
}

/** Why something happened, by which rule, and where Kafka does it. */
export function Reasons({ explanation, simplifications, children }: ReasonsProps) {
  const { why, rule, where, simplification } = explanation;
  return (
    <div className="feedReasons">
      {children}
      <dl>
        <dt>Why</dt>
        <dd>{why}</dd>
        <dt>Rule</dt>
        <dd>{rule}</dd>
        <dt>Where</dt>
        <dd className="feedWhere">{where}</dd>
        {simplification && (
          <>
            <dt>Simplified here ({simplification})</dt>
            <dd>{simplifications[simplification]}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
