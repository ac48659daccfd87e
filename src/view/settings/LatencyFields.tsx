import { isRefused, type NotesOn } from './fieldNotes';
import { MoreSettings } from './MoreSettings';
import type { SettingsDraft } from './settingsDraft';
import { TextField } from './TextField';

interface LatencyFieldsProps {
  readonly draft: SettingsDraft;
  readonly notesOn: NotesOn;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** How long a message takes, from and to, in milliseconds. */
export function LatencyFields({ draft, notesOn, onChange }: LatencyFieldsProps) {
  const isBad = isRefused(notesOn('withinRackLatency'), notesOn('betweenRacksLatency'));
  return (
    <MoreSettings title="Latency" isBad={isBad}>
      <TextField
        label="Within a rack, at least"
        value={draft.withinRackMinMs}
        isNumber
        unit="ms"
        notes={notesOn('withinRackLatency')}
        onChange={(withinRackMinMs) => onChange({ withinRackMinMs })}
      />
      <TextField
        label="Within a rack, at most"
        value={draft.withinRackMaxMs}
        isNumber
        unit="ms"
        onChange={(withinRackMaxMs) => onChange({ withinRackMaxMs })}
      />
      <TextField
        label="Between racks, at least"
        value={draft.betweenRacksMinMs}
        isNumber
        unit="ms"
        notes={notesOn('betweenRacksLatency')}
        onChange={(betweenRacksMinMs) => onChange({ betweenRacksMinMs })}
      />
      <TextField
        label="Between racks, at most"
        value={draft.betweenRacksMaxMs}
        isNumber
        unit="ms"
        onChange={(betweenRacksMaxMs) => onChange({ betweenRacksMaxMs })}
      />
    </MoreSettings>
  );
}
