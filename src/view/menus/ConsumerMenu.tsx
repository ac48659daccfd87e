import { ListRestart, Network, RotateCcw } from 'lucide-react';
import type { ReactElement } from 'react';
import type { AutoOffsetReset } from '../../sim/config';
import type { ConsumerId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { ChoiceEntry, Entry } from './Entry';
import { InspectEntry } from './InspectEntry';
import { MenuShell } from './MenuShell';
import { networkPages } from './networkPages';
import { PageEntry } from './PageEntry';

const RESETS: readonly { readonly value: AutoOffsetReset; readonly says: string }[] = [
  { value: 'earliest', says: 'goes to the first record there is' },
  { value: 'latest', says: 'goes to the end, misses what is between' },
  { value: 'none', says: 'stops, and tells the application' },
];

interface ConsumerMenuProps {
  readonly consumer: ConsumerId;
  readonly trigger: ReactElement;
  readonly byKey?: boolean | undefined;
}

/** What a person does with a consumer. */
export function ConsumerMenu({ consumer, trigger, byKey }: ConsumerMenuProps) {
  const world = useHighwater(worldOf);
  const now = world.consumers[consumer]?.autoOffsetReset;
  const pages = {
    ...networkPages(world, consumer),
    reset: {
      title: 'auto.offset.reset',
      entries: RESETS.map(({ value, says }) => (
        <ChoiceEntry
          key={value}
          name={value}
          says={says}
          isOn={value === now}
          command={{ type: 'changeAutoOffsetReset', consumer, value }}
        />
      )),
    },
  };
  return (
    <MenuShell
      title={`Consumer ${consumer.split('-')[1]}`}
      trigger={trigger}
      byKey={byKey}
      pages={pages}
    >
      <Entry
        icon={RotateCcw}
        name="Restart"
        says="goes on at its committed offsets"
        command={{ type: 'restartConsumer', consumer }}
      />
      <PageEntry
        icon={ListRestart}
        name="auto.offset.reset"
        says={`${now}, when its position is gone`}
        page="reset"
      />
      <PageEntry icon={Network} name="Network" says="cut off from a broker, heal" page="network" />
      <InspectEntry subject={{ type: 'client', client: consumer }} />
    </MenuShell>
  );
}
