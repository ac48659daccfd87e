import { type SubmitEvent, useId, useState } from 'react';
import type { Command } from '../../sim/command';
import { type BrokerId, brokerIdsIn, type PartitionId } from '../../sim/ids';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { useRefusal } from '../useRefusal';
import { useSay } from '../voice/Voiced';
import { DialogActions } from './DialogActions';
import { MenuDialog } from './MenuDialog';

interface ReassignDialogProps {
  readonly partition: PartitionId;
  /** What is ticked at first. */
  readonly proposed: readonly BrokerId[];
  readonly onClose: () => void;
}

/** `kafka-reassign-partitions.sh` for one partition: brokers in the order of the ticks. */
export function ReassignDialog({ partition, proposed, onClose }: ReassignDialogProps) {
  const store = useHighwaterStore();
  const { partitions, brokers } = useHighwater((state) => worldOf(state).controller.image);
  const [replicas, setReplicas] = useState(proposed);
  const because = useId();
  const targets = [{ partition, replicas }];
  const command: Command = { type: 'reassignPartitions', targets };
  const refusal = useRefusal(command);
  useSay(refusal?.because ?? '');
  const now = partitions[partition]?.replicas ?? [];
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    if (refusal) return;
    onClose();
    store.getState().act(command);
  };
  const tick = (broker: BrokerId) =>
    setReplicas(
      replicas.includes(broker) ? replicas.filter((id) => id !== broker) : [...replicas, broker],
    );
  return (
    <MenuDialog title={`Reassign ${partition}`} onClose={onClose}>
      <form onSubmit={apply}>
        <fieldset className="brokerChoices">
          <legend>Replicas, in the order in which you tick them. The first is preferred.</legend>
          {brokerIdsIn(brokers).map((broker) => (
            <BrokerChoice
              key={broker}
              broker={broker}
              place={replicas.indexOf(broker)}
              has={now.includes(broker)}
              onTick={() => tick(broker)}
            />
          ))}
        </fieldset>
        <Difference now={now} replicas={replicas} />
        <p id={because} className="dialogRefusal">
          {refusal?.error && <code>{refusal.error}</code>} {refusal?.because}
        </p>
        <DialogActions
          deed="Reassign"
          isRefused={refusal !== null}
          because={because}
          onClose={onClose}
        />
      </form>
    </MenuDialog>
  );
}

interface BrokerChoiceProps {
  readonly broker: BrokerId;
  /** Among the replicas; -1 for none. */
  readonly place: number;
  /** It is a replica now. */
  readonly has: boolean;
  readonly onTick: () => void;
}

function BrokerChoice({ broker, place, has, onTick }: BrokerChoiceProps) {
  const isTicked = place >= 0;
  const becomes = isTicked === has ? '' : isTicked ? 'added' : 'removed';
  const order = place === 0 ? 'preferred' : `replica ${place + 1}`;
  return (
    <label className="brokerChoice" data-becomes={becomes}>
      <input type="checkbox" checked={isTicked} onChange={onTick} />
      <span className="brokerChoiceName">Broker {broker}</span>
      <span className="brokerChoiceSays">
        {[isTicked && order, becomes].filter(Boolean).join(' · ')}
      </span>
    </label>
  );
}

interface DifferenceProps {
  readonly now: readonly BrokerId[];
  readonly replicas: readonly BrokerId[];
}

function Difference({ now, replicas }: DifferenceProps) {
  const text = (ids: readonly BrokerId[]) => (ids.length > 0 ? ids.join(',') : 'none');
  // In the order in which Kafka keeps them.
  const adding = replicas.filter((id) => !now.includes(id)).toSorted((a, b) => a - b);
  const removing = now.filter((id) => !replicas.includes(id)).toSorted((a, b) => a - b);
  return (
    <dl className="difference">
      <dt>Replicas</dt>
      <dd>
        {text(now)} → {text(replicas)}
      </dd>
      <dt>AddingReplicas</dt>
      <dd>{text(adding)}</dd>
      <dt>RemovingReplicas</dt>
      <dd>{text(removing)}</dd>
    </dl>
  );
}
