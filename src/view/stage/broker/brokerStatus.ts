import type { BrokerState } from '../../../sim/broker/state';
import type { BrokerRegistration } from '../../../sim/controller/state';

/** How a broker is, in words that are always written out. */
export type BrokerStatus =
  | 'online'
  | 'paused'
  | 'fenced'
  | 'starting'
  | 'recovering'
  | 'shutting down'
  | 'stopped'
  | 'crashed'
  /** Down, with disks that have nothing on them yet, whatever became of the old ones. */
  | 'new disks'
  | 'no power'
  | 'instance gone';

type Process = Pick<
  BrokerState,
  'lifecycle' | 'machine' | 'pausedUntil' | 'cleanShutdownEpoch' | 'replicas'
>;

/** The state of a broker's machine and process, and the controller's verdict while it runs. */
export function brokerStatus(
  { lifecycle, machine, pausedUntil, cleanShutdownEpoch, replicas }: Process,
  registered: BrokerRegistration | undefined,
): BrokerStatus {
  if (machine === 'gone') return 'instance gone';
  if (machine === 'off') return 'no power';
  if (lifecycle !== 'NOT_RUNNING' && pausedUntil !== null) return 'paused';
  switch (lifecycle) {
    case 'NOT_RUNNING':
      // Only a process that stopped in order leaves `.kafka_cleanshutdown` behind.
      if (cleanShutdownEpoch !== -1) return 'stopped';
      return Object.keys(replicas).length === 0 ? 'new disks' : 'crashed';
    case 'STARTING':
      return 'starting';
    case 'RECOVERY':
      return 'recovering';
    case 'PENDING_CONTROLLED_SHUTDOWN':
      return 'shutting down';
    case 'RUNNING':
      if (registered?.fenced !== false) return 'fenced';
      return registered.inControlledShutdown ? 'shutting down' : 'online';
    default:
      return lifecycle satisfies never;
  }
}

/** Whether no process runs: nothing in the box can change. */
export function isDown(status: BrokerStatus): boolean {
  return DOWN.includes(status);
}

const DOWN: readonly BrokerStatus[] = [
  'stopped',
  'crashed',
  'new disks',
  'no power',
  'instance gone',
];
