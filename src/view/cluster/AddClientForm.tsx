import { useState } from 'react';
import { TextField } from '../settings/TextField';
import { useDeed } from './useDeed';

/** Another producer, or another consumer in a group of its own. */
export function AddClientForm() {
  const [rack, setRack] = useState('');
  const deed = useDeed<'rack'>(() => 'rack');
  const add = (type: 'addProducer' | 'addConsumer') =>
    deed.act({ type, rack: rack.trim() || null });
  return (
    <section className="settingsGroup" aria-labelledby="addClientTitle">
      <h3 id="addClientTitle">Add a client</h3>
      <TextField
        label="client.rack"
        value={rack}
        placeholder="none"
        notes={deed.notesOn('rack')}
        onChange={(text) => {
          deed.forget();
          setRack(text);
        }}
      />
      <div className="groupActions">
        <button type="button" className="button" onClick={() => add('addProducer')}>
          Add a producer
        </button>
        <button type="button" className="button" onClick={() => add('addConsumer')}>
          Add a consumer
        </button>
      </div>
    </section>
  );
}
