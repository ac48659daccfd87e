import { useId } from 'react';
import { type FieldNote, Notes } from './Notes';

interface SwitchFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly notes?: readonly FieldNote[];
  readonly onChange: (isOn: boolean) => void;
}

const NONE: readonly FieldNote[] = [];

export function SwitchField({ label, isOn, notes = NONE, onChange }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        checked={isOn}
        aria-checked={isOn}
        aria-describedby={`${id}-notes`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Notes id={`${id}-notes`} notes={notes} />
    </div>
  );
}
