import { type SubmitEvent, useId, useState } from 'react';
import { partitionForKey } from '../../sim/client/partitioner';
import type { Command } from '../../sim/command';
import { partitionIdsIn, type ProducerId, topicOf } from '../../sim/ids';
import type { World } from '../../sim/world';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { nextValue } from '../../sim/nextValue';
import { useRefusal } from '../useRefusal';
import { useSay } from '../voice/Voiced';
import { DialogActions } from './DialogActions';
import { MenuDialog } from './MenuDialog';

interface ProduceDialogProps {
  readonly producer: ProducerId;
  readonly onClose: () => void;
}

/** One record with a key, or without one. It says beforehand where the record goes. */
export function ProduceDialog({ producer, onClose }: ProduceDialogProps) {
  const store = useHighwaterStore();
  const world = useHighwater(worldOf);
  const selected = useHighwater((state) => state.selectedPartition);
  const [topic, setTopic] = useState(topicOf(selected));
  const [key, setKey] = useState('');
  const [value, setValue] = useState(() => nextValue(world));
  const id = useId();
  const topics = Object.keys(world.controller.image.topics);
  const command: Command = {
    type: 'produce',
    producer,
    partition: null,
    topic,
    key: key === '' ? null : key,
    value,
  };
  const refusal = useRefusal(command);
  const says = refusal?.because ?? whereTo(world, topic, key);
  useSay(says);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (refusal) return;
    onClose();
    store.getState().act(command);
  };
  return (
    <MenuDialog title="Produce a record" onClose={onClose}>
      <form className="dialogForm" onSubmit={send}>
        {topics.length > 1 && (
          <Labelled label="Topic">
            <select value={topic} onChange={(event) => setTopic(event.target.value)}>
              {topics.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </Labelled>
        )}
        <Labelled label="Key">
          <input value={key} placeholder="none" onChange={(event) => setKey(event.target.value)} />
        </Labelled>
        <Labelled label="Value">
          <input value={value} onChange={(event) => setValue(event.target.value)} />
        </Labelled>
        <p id={id} className="dialogSays">
          {says}
        </p>
        <DialogActions deed="Produce" isRefused={refusal !== null} because={id} onClose={onClose} />
      </form>
    </MenuDialog>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly children: React.ReactNode;
}

function Labelled({ label, children }: LabelledProps) {
  return (
    <label className="dialogField">
      <span>{label}</span>
      {children}
    </label>
  );
}

function whereTo({ controller }: World, topic: string, key: string): string {
  const count = partitionIdsIn(controller.image.partitions).filter(
    (partition) => topicOf(partition) === topic,
  ).length;
  if (key === '') return 'Without a key it goes to the sticky partition of the moment.';
  const where = `${topic}-${partitionForKey(key, count)}`;
  return `murmur2 of the key, modulo ${count} partitions: it goes to ${where}.`;
}
