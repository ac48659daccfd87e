import { useId } from 'react';
import { type FieldNote, Notes } from './Notes';

export interface Choice<Value extends string | number> {
  readonly value: Value;
  readonly says: string;
}

interface SelectFieldProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly notes?: readonly FieldNote[];
  readonly onChange: (value: Value) => void;
}

const NONE: readonly FieldNote[] = [];

/** One of a few values. */
export function SelectField<Value extends string | number>(props: SelectFieldProps<Value>) {
  const { label, value, choices, notes = NONE, onChange } = props;
  const id = useId();
  const choose = (text: string) => {
    const choice = choices.find((each) => String(each.value) === text);
    if (choice) onChange(choice.value);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={String(value)}
        aria-describedby={`${id}-notes`}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={String(choice.value)}>
            {choice.says}
          </option>
        ))}
      </select>
      <Notes id={`${id}-notes`} notes={notes} />
    </div>
  );
}
