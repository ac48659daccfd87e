import type { AutoOffsetReset, IsolationLevel, Settings } from '../../sim/config';
import { AcksField } from './AcksField';
import { isRefused, type NotesOn } from './fieldNotes';
import { MoreSettings } from './MoreSettings';
import { type Choice, SelectField } from './SelectField';
import type { SettingsDraft } from './settingsDraft';
import { SwitchField } from './SwitchField';
import { TextField } from './TextField';

const RESETS: readonly Choice<AutoOffsetReset>[] = [
  { value: 'latest', says: 'latest (the end)' },
  { value: 'earliest', says: 'earliest (the start)' },
  { value: 'none', says: 'none (it stops)' },
];
const LEVELS: readonly Choice<IsolationLevel>[] = [
  { value: 'read_uncommitted', says: 'read_uncommitted' },
  { value: 'read_committed', says: 'read_committed' },
];
const SELECTORS: readonly Choice<Settings['replicaSelector']>[] = [
  { value: 'leader', says: 'none (the leader)' },
  { value: 'rackAware', says: 'RackAware (nearest)' },
];

interface ClientFieldsProps {
  readonly draft: SettingsDraft;
  /** What the fields come to, with what they leave open. */
  readonly settings: Settings;
  readonly notesOn: NotesOn;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** How many producers there are, and how they are configured. */
export function ProducerFields({ draft, settings, notesOn, onChange }: ClientFieldsProps) {
  const isBad = isRefused(notesOn('producers'), notesOn('acks'), notesOn('enableIdempotence'));
  return (
    <MoreSettings title="Producers" isBad={isBad}>
      <TextField
        label="Producers"
        value={draft.producers}
        isNumber
        notes={notesOn('producers')}
        onChange={(producers) => onChange({ producers })}
      />
      <AcksField
        acks={settings.acks}
        notes={notesOn('acks')}
        onChange={(acks) => onChange({ acks })}
      />
      <SwitchField
        label="enable.idempotence"
        isOn={settings.enableIdempotence}
        notes={notesOn('enableIdempotence')}
        onChange={(enableIdempotence) => onChange({ enableIdempotence })}
      />
    </MoreSettings>
  );
}

/** How many consumers there are, and how they are configured. */
export function ConsumerFields({ draft, notesOn, onChange }: Omit<ClientFieldsProps, 'settings'>) {
  const isBad = isRefused(notesOn('consumers'));
  return (
    <MoreSettings title="Consumers" isBad={isBad}>
      <TextField
        label="Consumers"
        value={draft.consumers}
        isNumber
        notes={notesOn('consumers')}
        onChange={(consumers) => onChange({ consumers })}
      />
      <SelectField
        label="auto.offset.reset"
        value={draft.autoOffsetReset}
        choices={RESETS}
        notes={notesOn('autoOffsetReset')}
        onChange={(autoOffsetReset) => onChange({ autoOffsetReset })}
      />
      <SelectField
        label="isolation.level"
        value={draft.isolationLevel}
        choices={LEVELS}
        notes={notesOn('isolationLevel')}
        onChange={(isolationLevel) => onChange({ isolationLevel })}
      />
      <SelectField
        label="replica.selector.class"
        value={draft.replicaSelector}
        choices={SELECTORS}
        notes={notesOn('replicaSelector')}
        onChange={(replicaSelector) => onChange({ replicaSelector })}
      />
    </MoreSettings>
  );
}
