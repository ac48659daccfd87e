import { type SubmitEvent, useState } from 'react';
import { brokerIdsIn } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { numberFrom } from '../settings/settingsDraft';
import { TextField } from '../settings/TextField';
import { writingProblem } from '../settings/typedProblems';
import { useDeed } from './useDeed';

/** A new broker on a new machine. It holds nothing until partitions are reassigned to it. */
export function AddBrokerForm() {
  const next = useHighwater((state) => Math.max(0, ...brokerIdsIn(worldOf(state).brokers)) + 1);
  // Null: the next id that is free.
  const [typed, setTyped] = useState<string | null>(null);
  const [rack, setRack] = useState('');
  const deed = useDeed<'broker'>(() => 'broker');
  const id = typed ?? String(next);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const because = writingProblem('node.id', id);
    const faults = because ? [{ field: 'broker', error: null, because } as const] : [];
    const command = { broker: numberFrom(id), rack: rack.trim() || null };
    if (deed.act({ type: 'addBroker', ...command }, faults)) setTyped(null);
  };
  return (
    <form className="settingsGroup" aria-labelledby="addBrokerTitle" onSubmit={add} noValidate>
      <h3 id="addBrokerTitle">Add a broker</h3>
      <TextField
        label="node.id"
        value={id}
        isNumber
        notes={deed.notesOn('broker')}
        onChange={(text) => {
          deed.forget();
          setTyped(text);
        }}
      />
      <TextField label="broker.rack" value={rack} placeholder="none" onChange={setRack} />
      <p className="groupSays">It holds nothing until partitions are reassigned to it.</p>
      <button type="submit" className="button">
        Add the broker
      </button>
    </form>
  );
}
