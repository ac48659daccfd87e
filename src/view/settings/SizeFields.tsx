import type { NotesOn } from './fieldNotes';
import type { SettingsDraft } from './settingsDraft';
import { SwitchField } from './SwitchField';
import { TextField } from './TextField';

interface SizeFieldsProps {
  readonly draft: SettingsDraft;
  readonly notesOn: NotesOn;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** How many of everything, and whether the cluster has the feature of KIP-966. */
export function SizeFields({ draft, notesOn, onChange }: SizeFieldsProps) {
  // What is refused is told beside its own field.
  const advice = notesOn('minInsyncReplicas').filter(({ type }) => type === 'advice');
  return (
    <>
      <TextField
        label="Brokers"
        value={draft.brokers}
        isNumber
        notes={notesOn('brokers')}
        onChange={(brokers) => onChange({ brokers })}
      />
      <TextField
        label="Partitions"
        value={draft.partitions}
        isNumber
        notes={notesOn('partitions')}
        onChange={(partitions) => onChange({ partitions })}
      />
      <TextField
        label="Replication factor"
        value={draft.replicationFactor}
        isNumber
        notes={[...notesOn('replicationFactor'), ...advice]}
        onChange={(replicationFactor) => onChange({ replicationFactor })}
      />
      <SwitchField
        label="Eligible leader replicas (KIP-966)"
        isOn={draft.eligibleLeaderReplicas}
        notes={notesOn('eligibleLeaderReplicas')}
        onChange={(eligibleLeaderReplicas) => onChange({ eligibleLeaderReplicas })}
      />
    </>
  );
}
