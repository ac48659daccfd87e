import { isRefused, type NotesOn } from './fieldNotes';
import { MoreSettings } from './MoreSettings';
import { Notes } from './Notes';
import { BROKERS_MAX, type SettingsDraft } from './settingsDraft';
import { TextField } from './TextField';

interface RackFieldsProps {
  readonly draft: SettingsDraft;
  /** How many brokers the new cluster has; NaN while that is not said. */
  readonly brokers: number;
  readonly notesOn: NotesOn;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** `broker.rack` of every broker, `client.rack` of the clients. */
export function RackFields({ draft, brokers, notesOn, onChange }: RackFieldsProps) {
  const count = Math.max(0, Math.min(brokers || 0, BROKERS_MAX));
  const rename = (at: number, name: string) =>
    onChange({ racks: draft.racks.map((rack, each) => (each === at ? name : rack)) });
  const isBad = isRefused(notesOn('racks'), notesOn('clientRacks'));
  return (
    <MoreSettings title="Racks" isBad={isBad}>
      {draft.racks.slice(0, count).map((rack, at) => (
        <TextField
          // oxlint-disable-next-line react/no-array-index-key -- the position is the broker's id
          key={at}
          label={`broker.rack of broker ${at + 1}`}
          value={rack}
          placeholder="none"
          onChange={(name) => rename(at, name)}
        />
      ))}
      <Notes id="racks-notes" notes={notesOn('racks')} />
      <TextField
        label="client.rack of the producer"
        value={draft.producerRack}
        placeholder="none"
        onChange={(producerRack) => onChange({ producerRack })}
      />
      <TextField
        label="client.rack of the consumer"
        value={draft.consumerRack}
        placeholder="none"
        notes={notesOn('clientRacks')}
        onChange={(consumerRack) => onChange({ consumerRack })}
      />
    </MoreSettings>
  );
}
