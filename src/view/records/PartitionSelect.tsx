import { type PartitionId, partitionIdsIn } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';

interface PartitionSelectProps {
  /** Null: all of them. */
  readonly value: PartitionId | null;
  /** What stands for all of them, where they can be chosen together. */
  readonly all?: string;
  readonly onChange: (partition: PartitionId | null) => void;
}

/** The partitions that there are at the moment shown. */
export function PartitionSelect({ value, all, onChange }: PartitionSelectProps) {
  const { partitions } = useHighwater(worldOf).controller.image;
  const ids = partitionIdsIn(partitions);
  return (
    <select
      className="recordsInput"
      aria-label="Partition"
      value={value ?? ''}
      onChange={({ target }) => onChange(ids.find((id) => id === target.value) ?? null)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {ids.map((id) => (
        <option key={id}>{id}</option>
      ))}
    </select>
  );
}
