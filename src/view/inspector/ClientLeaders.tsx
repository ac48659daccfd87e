import type { ClientId } from '../../sim/ids';
import { clientFacts } from '../../sim/why/differences';
import type { World } from '../../sim/world';
import { Facts } from './Facts';

interface ClientLeadersProps {
  readonly world: World;
  readonly client: ClientId;
}

/** Whom a client takes for the leader of each partition, beside what the controller decided. */
export function ClientLeaders({ world, client }: ClientLeadersProps) {
  return (
    <Facts
      title="Leaders"
      believes="it believes"
      decided="the controller"
      facts={clientFacts(world, client)}
    />
  );
}
