import { useState } from 'react';
import type { Command } from '../../sim/command';
import type { KafkaError } from '../../sim/kafkaError';
import { useHighwaterStore } from '../../store/HighwaterContext';
import type { FieldNote } from '../settings/Notes';

/** What is wrong with what was typed, by the field beside which it is said. */
export interface Fault<Field extends string> {
  readonly field: Field;
  readonly error: KafkaError | null;
  readonly because: string;
}

/**
 * A form that becomes a command. What the dry run says is told at the field that it is about, until
 * something else is typed.
 */
export function useDeed<Field extends string>(fieldOf: (error: KafkaError | null) => Field) {
  const store = useHighwaterStore();
  const [faults, setFaults] = useState<readonly Fault<Field>[]>([]);
  return {
    notesOn: (field: Field): readonly FieldNote[] =>
      faults
        .filter((fault) => fault.field === field)
        .map(({ error, because }) => ({ type: 'refused', error, because })),
    forget: () => setFaults([]),
    /** Does it unless something is wrong. Returns whether it was done. */
    act: (command: Command, typed: readonly Fault<Field>[] = []): boolean => {
      if (typed.length > 0) {
        setFaults(typed);
        return false;
      }
      const refusal = store.getState().act(command);
      setFaults(refusal ? [{ field: fieldOf(refusal.error), ...refusal }] : []);
      return refusal === null;
    },
  };
}
