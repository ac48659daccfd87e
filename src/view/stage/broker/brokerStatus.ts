import type { BrokerState } from '../../../sim/broker/state';
import type { BrokerRegistration } from '../../../sim/controller/state';

/** How a broker is, in one word that is always written out. */
export type BrokerStatus = 'online' | 'fenced' | 'starting' | 'recovering' | 'crashed' | 'leaving';

/** The state of a broker's process, and the controller's verdict while it runs. */
export function brokerStatus(
  { lifecycle }: Pick<BrokerState, 'lifecycle'>,
  registered: BrokerRegistration | undefined,
): BrokerStatus {
  switch (lifecycle) {
    case 'NOT_RUNNING':
      return 'crashed';
    case 'STARTING':
      return 'starting';
    case 'RECOVERY':
      return 'recovering';
    case 'PENDING_CONTROLLED_SHUTDOWN':
      return 'leaving';
    case 'RUNNING':
      if (registered?.fenced !== false) return 'fenced';
      return registered.inControlledShutdown ? 'leaving' : 'online';
    default:
      return lifecycle satisfies never;
  }
}
