import { useId, useState, type SubmitEvent } from 'react';
import type { Command } from '../../sim/command';
import type { Acks } from '../../sim/config';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { AcksField } from './AcksField';
import { notesFor } from './fieldNotes';
import { LoadField } from './LoadField';
import type { FieldNote } from './Notes';
import { numberFrom, runningSettings } from './settingsDraft';
import { SwitchField } from './SwitchField';
import { TextField } from './TextField';
import { writingProblem } from './typedProblems';

/** Kafka keeps the setting in an `int`. */
const INT_MAX = 2_147_483_647;

interface RunningFormProps {
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

/** What Kafka lets one change while the cluster runs. Each is a command, obeyed at once. */
export function RunningForm({ recordsPerSecond, onRate }: RunningFormProps) {
  const world = useHighwater(worldOf);
  const act = useHighwater((state) => state.act);
  const settings = runningSettings(world);
  const producer = 'producer-1';
  const notesOn = notesFor([], settings);
  return (
    <section className="settingsGroup" aria-labelledby="runningTitle">
      <h3 id="runningTitle">While it runs</h3>
      <NumberSetting
        key={settings.minInsyncReplicas}
        label="min.insync.replicas"
        value={settings.minInsyncReplicas}
        advice={notesOn('minInsyncReplicas')}
        command={(value) => ({ type: 'changeMinInsyncReplicas', value })}
      />
      <AcksField
        acks={settings.acks}
        notes={notesOn('acks')}
        onChange={(acks: Acks) => act({ type: 'changeAcks', producer, acks })}
      />
      <SwitchField
        label="unclean.leader.election.enable"
        isOn={settings.uncleanLeaderElection}
        notes={notesOn('uncleanLeaderElection')}
        onChange={(value) => act({ type: 'changeUncleanLeaderElection', value })}
      />
      <LoadField producer={producer} recordsPerSecond={recordsPerSecond} onRate={onRate} />
    </section>
  );
}

interface NumberSettingProps {
  readonly label: string;
  readonly value: number;
  readonly advice: readonly FieldNote[];
  readonly command: (value: number) => Command;
}

/** A number that takes effect when it is applied, so that half of a number is never obeyed. */
function NumberSetting({ label, value, advice, command }: NumberSettingProps) {
  const [typed, setTyped] = useState(String(value));
  const [refused, setRefused] = useState<FieldNote | null>(null);
  const act = useHighwater((state) => state.act);
  const title = useId();
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const because = numberProblem(label, typed);
    const refusal = because
      ? { error: 'INVALID_CONFIG', because }
      : act(command(numberFrom(typed)));
    setRefused(refusal && { type: 'refused', ...refusal });
  };
  const isChanged = typed.trim() !== String(value);
  return (
    <form className="applied" aria-labelledby={title} onSubmit={apply}>
      <TextField
        label={label}
        value={typed}
        isNumber
        notes={refused ? [refused] : advice}
        onChange={(text) => {
          setTyped(text);
          setRefused(null);
        }}
      />
      <button id={title} type="submit" className="button" disabled={!isChanged}>
        Apply
      </button>
    </form>
  );
}

function numberProblem(name: string, typed: string): string | null {
  const isTooLarge = numberFrom(typed) > INT_MAX;
  return isTooLarge ? `${name} is at most ${INT_MAX}.` : writingProblem(name, typed);
}
