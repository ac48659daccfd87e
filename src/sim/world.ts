import type { BrokerState } from './broker/state';
import type { ConsumerState, ProducerState } from './client/state';
import type { Settings } from './config';
import type { ControllerState } from './controller/state';
import type { BrokerId, ConsumerId, PartitionId, ProducerId, Table, Tick } from './ids';
import type { Flight } from './message';
import type { NetworkState } from './network';

/** Everything there is at one moment. JSON, never changed in place. */
export interface World {
  readonly now: Tick;
  readonly seed: number;
  readonly settings: Settings;
  readonly network: NetworkState;
  readonly controller: ControllerState;
  readonly brokers: Table<BrokerId, BrokerState>;
  readonly producers: Table<ProducerId, ProducerState>;
  readonly consumers: Table<ConsumerId, ConsumerState>;
  /** Messages on the wire, soonest arrival first, ties by id. */
  readonly flights: readonly Flight[];
  readonly nextFlightId: number;
  readonly nextRecordId: number;
  /** The next producer id that the cluster hands out (ProducerIdControlManager). */
  readonly nextProducerId: number;
  /** Ids of the acknowledged records whose loss was told, as long as no leader has them again. */
  readonly lostRecords: Table<PartitionId, readonly number[]>;
}
