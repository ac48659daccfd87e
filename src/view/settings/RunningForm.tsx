import { partitionId, partitionIdsIn, type ProducerId, topicOf } from '../../sim/ids';
import type { World } from '../../sim/world';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { clientIdsIn } from '../clientIdsIn';
import { AcksField } from './AcksField';
import { LoadField } from './LoadField';
import { NumberSetting } from './NumberSetting';
import { notesFor } from './fieldNotes';
import { runningSettings } from './settingsDraft';
import { SwitchField } from './SwitchField';

interface RunningFormProps {
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

/** What Kafka lets one change while the cluster runs. Each is a command, obeyed at once. */
export function RunningForm({ recordsPerSecond, onRate }: RunningFormProps) {
  const world = useHighwater(worldOf);
  const topics = Object.keys(world.controller.image.topics);
  const producers = clientIdsIn(world.producers);
  return (
    <section className="settingsGroup" aria-labelledby="runningTitle">
      <h3 id="runningTitle">While it runs</h3>
      {topics.map((topic) => (
        <TopicSettings key={topic} topic={topic} isAlone={topics.length === 1} />
      ))}
      {producers.map((producer) => (
        <ProducerSettings key={producer} producer={producer} isAlone={producers.length === 1} />
      ))}
      <LoadField recordsPerSecond={recordsPerSecond} onRate={onRate} />
    </section>
  );
}

interface TopicSettingsProps {
  readonly topic: string;
  readonly isAlone: boolean;
}

/** What is said of the size of a topic beside its minimum: its factor and racks have no field. */
const SIZES = ['minInsyncReplicas', 'replicationFactor', 'racks'] as const;

/** `kafka-configs.sh --alter` of a topic. */
function TopicSettings({ topic, isAlone }: TopicSettingsProps) {
  const world = useHighwater(worldOf);
  const act = useHighwater((state) => state.act);
  const config = world.controller.image.topics[topic];
  if (!config) return null;
  const { minInsyncReplicas, uncleanLeaderElection } = config;
  const { replicas } = world.controller.image.partitions[partitionId(topic, 0)] ?? { replicas: [] };
  const replicationFactor = replicas.length;
  const sizes = { replicationFactor, uncleanLeaderElection };
  const placements = placementsOf(world, topic);
  const notesWith = (minimum: number) =>
    notesFor([], { ...runningSettings(world), ...sizes, minInsyncReplicas: minimum }, placements);
  const named = (name: string) => (isAlone ? name : `${name} of ${topic}`);
  return (
    <>
      <NumberSetting
        key={minInsyncReplicas}
        name="min.insync.replicas"
        label={named('min.insync.replicas')}
        value={minInsyncReplicas}
        adviceOn={(minimum) => SIZES.flatMap(notesWith(minimum))}
        command={(value) => ({ type: 'changeMinInsyncReplicas', topic, value })}
      />
      <SwitchField
        label={named('unclean.leader.election.enable')}
        isOn={uncleanLeaderElection}
        notes={notesWith(minInsyncReplicas)('uncleanLeaderElection')}
        onChange={(value) => act({ type: 'changeUncleanLeaderElection', topic, value })}
      />
    </>
  );
}

/** The racks of the replicas of each partition of a topic. */
function placementsOf({ brokers, controller }: World, topic: string) {
  const { partitions } = controller.image;
  const ids = partitionIdsIn(partitions).filter((id) => topicOf(id) === topic);
  return ids.map((id) =>
    (partitions[id]?.replicas ?? []).map((broker) => brokers[broker]?.rack ?? undefined),
  );
}

interface ProducerSettingsProps {
  readonly producer: ProducerId;
  readonly isAlone: boolean;
}

/** The producer starts again with what is chosen here. */
function ProducerSettings({ producer, isAlone }: ProducerSettingsProps) {
  const world = useHighwater(worldOf);
  const act = useHighwater((state) => state.act);
  const state = world.producers[producer];
  if (!state) return null;
  const { acks, enableIdempotence } = state;
  const notesOn = notesFor([], { ...runningSettings(world), acks, enableIdempotence });
  const named = (name: string) => (isAlone ? name : `${name} of ${producer.replace('-', ' ')}`);
  return (
    <>
      <AcksField
        label={named('acks')}
        acks={acks}
        notes={notesOn('acks')}
        onChange={(value) => act({ type: 'changeAcks', producer, acks: value })}
      />
      <SwitchField
        label={named('enable.idempotence')}
        isOn={enableIdempotence}
        notes={notesOn('enableIdempotence')}
        onChange={(value) => act({ type: 'changeIdempotence', producer, value })}
      />
    </>
  );
}
