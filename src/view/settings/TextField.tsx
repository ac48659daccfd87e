import { useId } from 'react';
import { type FieldNote, Notes } from './Notes';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly notes?: readonly FieldNote[];
  readonly isNumber?: boolean;
  readonly placeholder?: string;
  /** What stands behind the field: a unit. */
  readonly unit?: string;
  readonly onChange: (value: string) => void;
}

const NONE: readonly FieldNote[] = [];

/** A field that keeps whatever is typed; what is wrong with it is said beside it. */
export function TextField(props: TextFieldProps) {
  const { label, value, notes = NONE, isNumber = false, placeholder, unit, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="fieldInput">
        <input
          id={id}
          type="text"
          inputMode={isNumber ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          data-number={isNumber}
          value={value}
          placeholder={placeholder}
          aria-invalid={notes.some(({ type }) => type === 'refused')}
          aria-describedby={`${id}-notes`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit}
      </span>
      <Notes id={`${id}-notes`} notes={notes} />
    </div>
  );
}
