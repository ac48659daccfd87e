import type { EventKind } from '../../sim/concerns';
import { partitionIdsIn } from '../../sim/ids';
import { rowsOf } from '../../sim/table';
import type { Weight } from '../../sim/weight';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { useSay } from '../voice/Voiced';
import { type EventFilter, TOLD } from './eventLines';

type Choices<Value> = readonly (readonly [Value, string])[];

const WEIGHTS: Choices<Weight> = [
  ['told', 'What is told'],
  ['detail', 'With details'],
  ['background', 'Everything'],
];

const KINDS: Choices<EventKind | null> = [
  [null, 'Every kind'],
  ['failures', 'Crashes, recoveries'],
  ['leadership', 'Elections, in-sync'],
  ['records', 'Records'],
  ['consumers', 'Consumers'],
  ['network', 'Network, metadata'],
  ['settings', 'Administration'],
];

interface FilterFieldsProps {
  readonly filter: EventFilter;
  readonly onChange: (filter: EventFilter) => void;
  /** How much is left. */
  readonly says: string;
}

/** Which events are listed. */
export function FilterFields({ filter, onChange, says }: FilterFieldsProps) {
  const store = useHighwaterStore();
  useHighwater((state) => worldOf(state).controller.image);
  const { brokers, controller } = worldOf(store.getState());
  const { weight, kind, partition, broker, search } = filter;
  // Not with every event that joins the list.
  useSay(says, false, filter);
  const change = (part: Partial<EventFilter>) => onChange({ ...filter, ...part });
  return (
    <fieldset className="feedFilter" aria-label="Filter of the event list">
      <input
        type="search"
        aria-label="Search the sentences"
        placeholder="Search the sentences"
        value={search}
        onChange={(event) => change({ search: event.target.value })}
      />
      <Select
        label="How much"
        value={weight}
        choices={WEIGHTS}
        onChoose={(to) => change({ weight: to })}
      />
      <Select label="Kind" value={kind} choices={KINDS} onChoose={(to) => change({ kind: to })} />
      <Select
        label="Partition"
        value={partition}
        choices={[
          [null, 'All partitions'],
          ...partitionIdsIn(controller.image.partitions).map((id) => [id, id] as const),
        ]}
        onChoose={(to) => change({ partition: to })}
      />
      <Select
        label="Broker"
        value={broker}
        choices={[
          [null, 'All brokers'],
          ...rowsOf(brokers).map(({ id }) => [id, `Broker ${id}`] as const),
        ]}
        onChoose={(to) => change({ broker: to })}
      />
      <p className="feedCount">{says}</p>
      {filter !== TOLD && (
        <button type="button" className="feedClear" onClick={() => onChange(TOLD)}>
          Clear the filters
        </button>
      )}
    </fieldset>
  );
}

interface SelectProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly choices: Choices<Value>;
  readonly onChoose: (value: Value) => void;
}

function Select<Value>({ label, value, choices, onChoose }: SelectProps<Value>) {
  return (
    <select
      aria-label={label}
      title={label}
      value={choices.findIndex(([each]) => each === value)}
      onChange={(event) => {
        const choice = choices[Number(event.target.value)];
        if (choice) onChoose(choice[0]);
      }}
    >
      {choices.map(([each, says], index) => (
        <option key={String(each)} value={index}>
          {says}
        </option>
      ))}
    </select>
  );
}
