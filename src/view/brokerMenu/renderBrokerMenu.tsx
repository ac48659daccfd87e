import type { ReactElement } from 'react';
import type { BrokerId } from '../../sim/ids';
import { LoadedMenu } from './LoadedMenu';

const load = () => import('./BrokerMenu');

/** The menu of a broker around what opens it. It is loaded once the page stands. */
export function renderBrokerMenu(broker: BrokerId, trigger: ReactElement): ReactElement {
  return <LoadedMenu broker={broker} trigger={trigger} load={load} />;
}
