import { lazy, type ReactElement, Suspense } from 'react';
import type { BrokerId } from '../../sim/ids';

const BrokerMenu = lazy(async () => {
  const menu = await import('./BrokerMenu');
  return { default: menu.BrokerMenu };
});

/** The menu of a broker around what opens it. It is loaded once the page stands. */
export function renderBrokerMenu(broker: BrokerId, trigger: ReactElement): ReactElement {
  return (
    <Suspense fallback={trigger}>
      <BrokerMenu broker={broker} trigger={trigger} />
    </Suspense>
  );
}
