import type { ReactElement } from 'react';
import type { BrokerId, ClientId, PartitionId } from '../../sim/ids';
import { LoadedMenu } from './LoadedMenu';

const load = async () => (await import('./SubjectMenu')).SubjectMenu;

/** The menu of a broker around what opens it. It is loaded once the page stands. */
export function renderBrokerMenu(broker: BrokerId, trigger: ReactElement): ReactElement {
  return <LoadedMenu subject={{ type: 'broker', broker }} trigger={trigger} load={load} />;
}

/** The menu of a partition around what opens it. */
export function renderPartitionMenu(partition: PartitionId, trigger: ReactElement): ReactElement {
  return <LoadedMenu subject={{ type: 'partition', partition }} trigger={trigger} load={load} />;
}

/** The menu of a producer or a consumer around what opens it. */
export function renderClientMenu(client: ClientId, trigger: ReactElement): ReactElement {
  return <LoadedMenu subject={{ type: 'client', client }} trigger={trigger} load={load} />;
}
