import { Crown, ListOrdered, Minus, Plus, Send, ShieldAlert, Undo2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { type BrokerId, brokerIdsIn, type PartitionId } from '../../sim/ids';
import type { World } from '../../sim/world';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { clientIdsIn } from '../clientIdsIn';
import { nextValue } from '../../sim/nextValue';
import { DeedEntry, Entry } from './Entry';
import { InspectEntry } from './InspectEntry';
import { MenuShell } from './MenuShell';
import { ReassignDialog } from './ReassignDialog';
import { SpotlightEntry } from './SpotlightEntry';

interface PartitionMenuProps {
  readonly partition: PartitionId;
  /** What opens the menu: the name of the partition. */
  readonly trigger: ReactElement;
  readonly byKey?: boolean | undefined;
}

/** What an administrator can do with a partition. */
export function PartitionMenu({ partition, trigger, byKey }: PartitionMenuProps) {
  const world = useHighwater(worldOf);
  const [proposed, setProposed] = useState<readonly BrokerId[] | null>(null);
  const registration = world.controller.image.partitions[partition];
  if (!registration) return trigger;
  const { replicas, removing } = registration;
  // What the partition is to live on when a reassignment that is under way is done.
  const wanted = replicas.filter((broker) => !removing.includes(broker));
  return (
    <>
      <MenuShell title={partition} trigger={trigger} byKey={byKey}>
        <ProduceHere world={world} partition={partition} />
        <Entry
          icon={Crown}
          name="Elect the preferred leader"
          says={`broker ${replicas[0]}, first of its replicas`}
          command={{ type: 'electLeader', partition, election: 'PREFERRED' }}
        />
        <Entry
          icon={ShieldAlert}
          name="Elect uncleanly"
          says="a replica that lacks records may lead"
          command={{ type: 'electLeader', partition, election: 'UNCLEAN' }}
        />
        <DeedEntry
          icon={ListOrdered}
          name="Reassign…"
          says="choose the brokers that hold it"
          onDo={() => setProposed(wanted)}
        />
        <FactorEntries world={world} wanted={wanted} onPropose={setProposed} />
        <Entry
          icon={Undo2}
          name="Cancel the reassignment"
          says="back to the replicas that it had"
          command={{ type: 'reassignPartitions', targets: [{ partition, replicas: null }] }}
        />
        <SpotlightEntry on={{ type: 'partition', partition }} />
        <InspectEntry subject={{ type: 'partition', partition }} />
      </MenuShell>
      {proposed && (
        <ReassignDialog
          partition={partition}
          proposed={proposed}
          onClose={() => setProposed(null)}
        />
      )}
    </>
  );
}

interface OnWorld {
  readonly world: World;
}

function ProduceHere({ world, partition }: OnWorld & { readonly partition: PartitionId }) {
  const [producer] = clientIdsIn(world.producers);
  if (producer === undefined) return null;
  const value = nextValue(world);
  return (
    <Entry
      icon={Send}
      name="Produce here"
      says="one record, without a key"
      command={{ type: 'produce', producer, partition, key: null, value }}
    />
  );
}

interface FactorEntriesProps extends OnWorld {
  readonly wanted: readonly BrokerId[];
  readonly onPropose: (replicas: readonly BrokerId[]) => void;
}

/** One replica more, on a broker that has none, or one less. */
function FactorEntries({ world, wanted, onPropose }: FactorEntriesProps) {
  const free = brokerIdsIn(world.controller.image.brokers).find((id) => !wanted.includes(id));
  return (
    <>
      {free !== undefined && (
        <DeedEntry
          icon={Plus}
          name="Raise the replication factor…"
          says={`from ${wanted.length} to ${wanted.length + 1}`}
          onDo={() => onPropose([...wanted, free])}
        />
      )}
      {wanted.length > 1 && (
        <DeedEntry
          icon={Minus}
          name="Lower the replication factor…"
          says={`from ${wanted.length} to ${wanted.length - 1}`}
          onDo={() => onPropose(wanted.slice(0, -1))}
        />
      )}
    </>
  );
}
