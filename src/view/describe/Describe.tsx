import { describeTopics, type TopicDescription } from '../../sim/describe';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { renderPartitionMenu } from '../menus/renderMenus';
import './describe.css';

type Row = TopicDescription['partitions'][number];

/** The metadata of the controller, in the columns of `kafka-topics.sh --describe`. */
export function Describe() {
  const store = useHighwaterStore();
  // Only metadata is described, and it changes seldom: no other frame draws this anew.
  useHighwater((state) => worldOf(state).controller.image);
  const topics = describeTopics(worldOf(store.getState()));
  return (
    <div className="describe">
      <h2 id="describeTitle" className="describeTitle">
        kafka-topics.sh --describe
      </h2>
      {/* It can be scrolled, so it can have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="describeScroll" aria-labelledby="describeTitle" tabIndex={0}>
        {topics.map((topic) => (
          <Topic key={topic.topic} topic={topic} />
        ))}
      </section>
    </div>
  );
}

function Topic({ topic }: { readonly topic: TopicDescription }) {
  const noneLastKnown = topic.partitions.every((row) => row.lastKnownLeaders.length === 0);
  return (
    <>
      <p className="describeTopic">{topicLine(topic)}</p>
      <table className="describeTable">
        <Head noneLastKnown={noneLastKnown} />
        <tbody>
          {topic.partitions.map((row) => (
            <PartitionRow key={row.partition} row={row} noneLastKnown={noneLastKnown} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function topicLine({ topic, partitionCount, replicationFactor, configs }: TopicDescription) {
  const counts = `PartitionCount: ${partitionCount} ReplicationFactor: ${replicationFactor}`;
  return `Topic: ${topic} ${counts} Configs: ${configs.join(',')}`;
}

function Head({ noneLastKnown }: { readonly noneLastKnown: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col" abbr="Partition" title="Partition">
          P
        </th>
        <th scope="col">Leader</th>
        <th scope="col">Replicas</th>
        <th scope="col">Isr</th>
        <th scope="col">Elr</th>
        <th scope="col" data-empty={noneLastKnown}>
          Last
          <wbr />
          Known
          <wbr />
          Elr
        </th>
      </tr>
    </thead>
  );
}

interface PartitionRowProps {
  readonly row: Row;
  readonly noneLastKnown: boolean;
}

function PartitionRow({ row, noneLastKnown }: PartitionRowProps) {
  return (
    <tr>
      <th scope="row">
        {renderPartitionMenu(
          row.partition,
          <button
            type="button"
            className="describePartition"
            aria-haspopup="menu"
            aria-label={`${row.partition}: menu`}
          >
            {row.index}
          </button>,
        )}
      </th>
      <td data-bad={row.leader === null}>{row.leader ?? 'none'}</td>
      <td>{replicasOf(row)}</td>
      <td>{row.inSync.join(',')}</td>
      <td>{row.eligible.join(',')}</td>
      <td data-empty={noneLastKnown}>{row.lastKnownLeaders.join(',')}</td>
    </tr>
  );
}

// The tool prints them behind the line, where there is no room here.
function replicasOf({ replicas, adding, removing }: Row) {
  const mark = (broker: number) => {
    if (adding.includes(broker)) return `+${broker}`;
    return removing.includes(broker) ? `−${broker}` : `${broker}`;
  };
  return replicas.map(mark).join(',');
}
