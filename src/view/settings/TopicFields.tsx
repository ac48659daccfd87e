import type { Settings } from '../../sim/config';
import { isRefused, type NotesOn } from './fieldNotes';
import { MoreSettings } from './MoreSettings';
import type { SettingsDraft } from './settingsDraft';
import { SwitchField } from './SwitchField';
import { TextField } from './TextField';

interface TopicFieldsProps {
  readonly draft: SettingsDraft;
  /** What the fields come to, with what they leave open. */
  readonly settings: Settings;
  readonly notesOn: NotesOn;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** What the topic promises, and on what disks it lies. */
export function TopicFields({ draft, settings, notesOn, onChange }: TopicFieldsProps) {
  const isBad = isRefused(notesOn('minInsyncReplicas'), notesOn('logDirectories'));
  return (
    <MoreSettings title="Topic and disks" isBad={isBad}>
      <TextField
        label="min.insync.replicas"
        value={draft.minInsyncReplicas ?? String(settings.minInsyncReplicas)}
        isNumber
        notes={notesOn('minInsyncReplicas')}
        onChange={(minInsyncReplicas) => onChange({ minInsyncReplicas })}
      />
      <SwitchField
        label="unclean.leader.election.enable"
        isOn={settings.uncleanLeaderElection}
        notes={notesOn('uncleanLeaderElection')}
        onChange={(uncleanLeaderElection) => onChange({ uncleanLeaderElection })}
      />
      <TextField
        label="log.dirs of each broker"
        value={draft.logDirectories}
        isNumber
        notes={notesOn('logDirectories')}
        onChange={(logDirectories) => onChange({ logDirectories })}
      />
    </MoreSettings>
  );
}
