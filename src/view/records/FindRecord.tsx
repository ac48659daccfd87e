import { type SubmitEvent, useId, useState } from 'react';
import type { Offset, PartitionId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { recordsAtOffset } from '../../timeline/life/recordsAtOffset';
import { useSay } from '../voice/Voiced';
import { PartitionSelect } from './PartitionSelect';
import { useWholeRun } from './useWholeRun';

/** A partition and an offset lead to the record that has it, or that had it last. */
export function FindRecord() {
  const partition = useHighwater((state) => state.selectedPartition);
  const selectPartition = useHighwater((state) => state.selectPartition);
  const select = useHighwater((state) => state.select);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const run = useWholeRun();
  const problemId = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useSay(problem ?? '');
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    const offset = offsetFrom(typed);
    const found = recordsAtOffset(run, frameIndex, { partition, offset }).at(-1);
    setProblem(found ? null : problemOf(partition, offset));
    if (found) select({ type: 'record', partition, recordId: found.recordId });
  };
  return (
    <form className="findRecord" aria-label="Find a record" onSubmit={find}>
      <PartitionSelect
        value={partition}
        onChange={(wanted) => {
          if (wanted !== null) selectPartition(wanted);
          setProblem(null);
        }}
      />
      <label className="recordsField">
        offset
        <input
          className="recordsInput"
          inputMode="numeric"
          size={4}
          value={typed}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          onChange={({ target }) => {
            setTyped(target.value);
            setProblem(null);
          }}
        />
      </label>
      <button type="submit" className="recordsInput" disabled={typed.trim() === ''}>
        Find
      </button>
      {problem !== null && (
        <p id={problemId} className="recordsProblem">
          {problem}
        </p>
      )}
    </form>
  );
}

function offsetFrom(typed: string): Offset {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : -1;
}

function problemOf(partition: PartitionId, offset: Offset): string {
  if (offset < 0) return 'An offset is a whole number from 0.';
  return `Nothing has been written at offset ${offset} of ${partition} by this moment.`;
}
