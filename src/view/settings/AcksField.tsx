import type { Acks } from '../../sim/config';
import type { FieldNote } from './Notes';
import { type Choice, SelectField } from './SelectField';

const CHOICES: readonly Choice<Acks>[] = [
  { value: 'all', says: 'all (those in sync)' },
  { value: 1, says: '1 (the leader)' },
  { value: 0, says: '0 (no answer)' },
];

interface AcksFieldProps {
  readonly label?: string;
  readonly acks: Acks;
  readonly notes?: readonly FieldNote[];
  readonly onChange: (acks: Acks) => void;
}

export function AcksField({ label = 'acks', acks, notes = [], onChange }: AcksFieldProps) {
  return (
    <SelectField label={label} value={acks} choices={CHOICES} notes={notes} onChange={onChange} />
  );
}
