import { Activity, BadgeCheck, Fingerprint, KeyRound, Network, Square } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { ProducerState } from '../../sim/client/state';
import type { Acks } from '../../sim/config';
import type { ProducerId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { ChoiceEntry, DeedEntry, Entry } from './Entry';
import { InspectEntry } from './InspectEntry';
import { MenuShell } from './MenuShell';
import { networkPages } from './networkPages';
import { PageEntry } from './PageEntry';
import { ProduceDialog } from './ProduceDialog';

const ACKS: readonly { readonly acks: Acks; readonly says: string }[] = [
  { acks: 'all', says: 'when all that are in sync have it' },
  { acks: 1, says: 'when the leader has it' },
  { acks: 0, says: 'nobody answers' },
];
const RATES = [1, 2, 5, 10, 50, 100, 1000];

interface ProducerMenuProps {
  readonly producer: ProducerId;
  readonly trigger: ReactElement;
  readonly byKey?: boolean | undefined;
}

/** What a person does with a producer. */
export function ProducerMenu({ producer, trigger, byKey }: ProducerMenuProps) {
  const world = useHighwater(worldOf);
  const [asksForKey, setAsksForKey] = useState(false);
  const state = world.producers[producer];
  if (!state) return trigger;
  const pages = {
    ...networkPages(world, producer),
    acks: { title: 'acks', entries: <AcksEntries producer={state} /> },
    load: { title: 'Steady load', entries: <LoadEntries producer={state} /> },
  };
  return (
    <>
      <MenuShell
        title={`Producer ${producer.split('-')[1]}`}
        trigger={trigger}
        byKey={byKey}
        pages={pages}
      >
        <DeedEntry
          icon={KeyRound}
          name="Produce with a key…"
          says="its hash says which partition"
          onDo={() => setAsksForKey(true)}
        />
        <PageEntry
          icon={Activity}
          name="Steady load"
          says={state.load ? `${state.load.recordsPerSecond} records a second` : 'off'}
          page="load"
        />
        <PageEntry icon={BadgeCheck} name="acks" says={`${state.acks}`} page="acks" />
        <IdempotenceEntry producer={state} />
        <PageEntry
          icon={Network}
          name="Network"
          says="cut off from a broker, heal"
          page="network"
        />
        <InspectEntry subject={{ type: 'client', client: producer }} />
      </MenuShell>
      {asksForKey && <ProduceDialog producer={producer} onClose={() => setAsksForKey(false)} />}
    </>
  );
}

interface OfProducer {
  readonly producer: ProducerState;
}

function AcksEntries({ producer: { id, acks: now } }: OfProducer) {
  return ACKS.map(({ acks, says }) => (
    <ChoiceEntry
      key={acks}
      name={`acks=${acks}`}
      says={says}
      isOn={acks === now}
      command={{ type: 'changeAcks', producer: id, acks }}
    />
  ));
}

function IdempotenceEntry({ producer: { id, acks, enableIdempotence } }: OfProducer) {
  const now = acks === 'all' ? '' : ', but acks says no';
  return (
    <Entry
      icon={Fingerprint}
      name={enableIdempotence ? 'Idempotence off' : 'Idempotence on'}
      says={
        enableIdempotence
          ? `a retry may then write a record twice${now}`
          : 'a retry is then written once'
      }
      command={{ type: 'changeIdempotence', producer: id, value: !enableIdempotence }}
    />
  );
}

function LoadEntries({ producer: { id, load } }: OfProducer) {
  return (
    <>
      {load && <Entry icon={Square} name="Stop" command={{ type: 'stopLoad', producer: id }} />}
      {RATES.map((rate) => (
        <ChoiceEntry
          key={rate}
          name={`${rate} ${rate === 1 ? 'record' : 'records'} a second`}
          isOn={load?.recordsPerSecond === rate}
          command={{ type: 'startLoad', producer: id, recordsPerSecond: rate }}
        />
      ))}
    </>
  );
}
