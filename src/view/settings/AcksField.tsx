import { useId } from 'react';
import type { Acks } from '../../sim/config';
import { type FieldNote, Notes } from './Notes';

const CHOICES: readonly { readonly acks: Acks; readonly says: string }[] = [
  { acks: 'all', says: 'all (those in sync)' },
  { acks: 1, says: '1 (the leader)' },
  { acks: 0, says: '0 (no answer)' },
];

interface AcksFieldProps {
  readonly acks: Acks;
  readonly notes: readonly FieldNote[];
  readonly onChange: (acks: Acks) => void;
}

export function AcksField({ acks, notes, onChange }: AcksFieldProps) {
  const id = useId();
  const choose = (value: string) => {
    const choice = CHOICES.find((each) => String(each.acks) === value);
    if (choice) onChange(choice.acks);
  };
  return (
    <div className="field">
      <label htmlFor={id}>acks</label>
      <select
        id={id}
        value={String(acks)}
        aria-describedby={`${id}-notes`}
        onChange={(event) => choose(event.target.value)}
      >
        {CHOICES.map((choice) => (
          <option key={choice.acks} value={String(choice.acks)}>
            {choice.says}
          </option>
        ))}
      </select>
      <Notes id={`${id}-notes`} notes={notes} />
    </div>
  );
}
