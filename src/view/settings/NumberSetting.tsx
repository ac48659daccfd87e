import { useId, useState, type SubmitEvent } from 'react';
import type { Command } from '../../sim/command';
import { useHighwater } from '../../store/HighwaterContext';
import type { FieldNote } from './Notes';
import { numberFrom } from './settingsDraft';
import { TextField } from './TextField';
import { writingProblem } from './typedProblems';

/** Kafka keeps the setting in an `int`. */
const INT_MAX = 2_147_483_647;

interface NumberSettingProps {
  /** Kafka's name of it, and the name of the field. */
  readonly name: string;
  readonly label: string;
  readonly value: number;
  /** What a number would lead to; it is said while one types. */
  readonly adviceOn: (value: number) => readonly FieldNote[];
  readonly command: (value: number) => Command;
}

/** A number that takes effect when it is applied, so that half of a number is never obeyed. */
export function NumberSetting({ name, label, value, adviceOn, command }: NumberSettingProps) {
  const [typed, setTyped] = useState(String(value));
  const [refused, setRefused] = useState<FieldNote | null>(null);
  const act = useHighwater((state) => state.act);
  const title = useId();
  const number = numberFrom(typed);
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const because = numberProblem(name, typed);
    const refusal = because ? { error: 'INVALID_CONFIG', because } : act(command(number));
    setRefused(refusal && { type: 'refused', ...refusal });
  };
  const isChanged = typed.trim() !== String(value);
  return (
    <form className="applied" aria-labelledby={title} onSubmit={apply}>
      <TextField
        label={label}
        value={typed}
        isNumber
        notes={refused ? [refused] : adviceOn(Number.isNaN(number) ? value : number)}
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
