import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import type { Subject } from '../../share/subject';
import { BrokerView } from './BrokerView';
import { ConsumerView } from './ConsumerView';
import { ControllerView } from './ControllerView';
import { PartitionView } from './PartitionView';
import { ProducerView } from './ProducerView';
import { ReplicaView } from './ReplicaView';
import { subjectName, subjectsIn } from './subjects';
import { WhySection } from './WhySection';

/** What was picked: what it believes beside what the controller decided, and why it is so. */
export function InspectorPanel() {
  const selected = useHighwater((state) => state.selected);
  return (
    <div className="inspector">
      <SubjectSelect />
      <div className="inspectorBody">
        {selected === null ? <Choices /> : <SubjectView subject={selected} />}
      </div>
    </div>
  );
}

function SubjectSelect() {
  const groups = subjectsIn(useHighwater(worldOf));
  const selected = useHighwater((state) => state.selected);
  const select = useHighwater((state) => state.select);
  const names = groups.flatMap(({ subjects }) => subjects.map(subjectName));
  const name = selected === null ? '' : subjectName(selected);
  const choose = (chosen: string) => {
    const all = groups.flatMap(({ subjects }) => subjects);
    select(all.find((each) => subjectName(each) === chosen) ?? null);
  };
  return (
    <select
      className="inspectorSelect"
      aria-label="Inspect"
      value={name}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">Choose what to inspect</option>
      {groups.map(({ word, subjects }) => (
        <optgroup key={word} label={word}>
          {subjects.map((subject) => (
            <option key={subjectName(subject)}>{subjectName(subject)}</option>
          ))}
        </optgroup>
      ))}
      {name !== '' && !names.includes(name) && <option>{name}</option>}
    </select>
  );
}

/** For those who have picked nothing yet. */
function Choices() {
  const groups = subjectsIn(useHighwater(worldOf)).filter(({ word }) => word !== 'Replicas');
  const select = useHighwater((state) => state.select);
  return (
    <>
      <p className="inspectorHint">
        What a node believes, beside what the controller decided. Pick a row or a card on the stage,
        or one of these:
      </p>
      <ul className="inspectorChoices">
        {groups.flatMap(({ subjects }) =>
          subjects.map((subject) => (
            <li key={subjectName(subject)}>
              <button type="button" className="inspectorChoice" onClick={() => select(subject)}>
                {subjectName(subject)}
              </button>
            </li>
          )),
        )}
      </ul>
    </>
  );
}

function SubjectView({ subject }: { readonly subject: Subject }) {
  const world = useHighwater(worldOf);
  const showPanel = useHighwater((state) => state.showPanel);
  if (subject.type === 'message' || subject.type === 'record') {
    const [panel, word] =
      subject.type === 'message' ? (['wire', 'Wire'] as const) : (['records', 'Records'] as const);
    return (
      <button type="button" className="button" onClick={() => showPanel(panel)}>
        {subjectName(subject)}: see {word}
      </button>
    );
  }
  const isThere = subjectsIn(world).some(({ subjects }) =>
    subjects.some((each) => subjectName(each) === subjectName(subject)),
  );
  if (!isThere) return <p>{subjectName(subject)} is not there at this moment.</p>;
  return (
    <>
      <WhySection world={world} subject={subject} />
      <Details subject={subject} />
    </>
  );
}

type Inspected = Exclude<Subject, { readonly type: 'message' | 'record' }>;

function Details({ subject }: { readonly subject: Inspected }) {
  const world = useHighwater(worldOf);
  switch (subject.type) {
    case 'controller':
      return <ControllerView world={world} />;
    case 'broker':
      return <BrokerView world={world} broker={subject.broker} />;
    case 'partition':
      return <PartitionView world={world} partition={subject.partition} />;
    case 'replica':
      return <ReplicaView world={world} broker={subject.broker} partition={subject.partition} />;
    case 'client': {
      const client = subject.client;
      return client.startsWith('producer') ? (
        <ProducerView world={world} client={client} />
      ) : (
        <ConsumerView world={world} client={client} />
      );
    }
    default:
      return subject satisfies never;
  }
}
