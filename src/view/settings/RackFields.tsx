import type { ClientId } from '../../sim/ids';
import { isRefused, type NotesOn } from './fieldNotes';
import { MoreSettings } from './MoreSettings';
import { Notes } from './Notes';
import { BROKERS_MAX, CLIENTS, clientsOf, type SettingsDraft } from './settingsDraft';
import { TextField } from './TextField';

interface RackFieldsProps {
  readonly draft: SettingsDraft;
  /** How many brokers the new cluster has; NaN while that is not said. */
  readonly brokers: number;
  readonly notesOn: NotesOn;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** `broker.rack` of every broker, `client.rack` of every client. */
export function RackFields({ draft, brokers, notesOn, onChange }: RackFieldsProps) {
  const count = Math.max(0, Math.min(brokers || 0, BROKERS_MAX));
  const clients = clientsOf(draft);
  const rename = (at: number, name: string) => onChange({ racks: draft.racks.with(at, name) });
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
      {clients.map((client) => (
        <TextField
          key={client}
          label={`client.rack of ${nameAmong(clients, client)}`}
          value={draft.clientRacks[CLIENTS.indexOf(client)] ?? ''}
          placeholder="none"
          onChange={(name) =>
            onChange({ clientRacks: draft.clientRacks.with(CLIENTS.indexOf(client), name) })
          }
        />
      ))}
      <Notes id="client-racks-notes" notes={notesOn('clientRacks')} />
    </MoreSettings>
  );
}

/** `the producer`; `producer 1` where there are several. */
function nameAmong(clients: readonly ClientId[], client: ClientId): string {
  const [kind = ''] = client.split('-');
  const isAlone = clients.filter((each) => each.startsWith(kind)).length === 1;
  return isAlone ? `the ${kind}` : client.replace('-', ' ');
}
