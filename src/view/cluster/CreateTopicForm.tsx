import { type SubmitEvent, useState } from 'react';
import type { KafkaError } from '../../sim/kafkaError';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { type NotesOn, notesFor } from '../settings/fieldNotes';
import { Notes } from '../settings/Notes';
import { numberFrom, runningSettings } from '../settings/settingsDraft';
import { TextField } from '../settings/TextField';
import { writingProblem } from '../settings/typedProblems';
import { type Fault, useDeed } from './useDeed';

interface TopicDraft {
  readonly topic: string;
  readonly partitions: string;
  readonly replicationFactor: string;
  readonly minInsyncReplicas: string;
}

type Field = keyof TopicDraft | 'all';

const FIRST: TopicDraft = {
  topic: 'payments',
  partitions: '1',
  replicationFactor: '3',
  minInsyncReplicas: '2',
};

/** What a topic of this size will lead to. */
function useAdviceOn({ replicationFactor, minInsyncReplicas }: TopicDraft): NotesOn {
  return notesFor([], {
    ...runningSettings(useHighwater(worldOf)),
    replicationFactor: numberFrom(replicationFactor),
    minInsyncReplicas: numberFrom(minInsyncReplicas),
  });
}

/** `kafka-topics.sh --create`. */
export function CreateTopicForm() {
  const [draft, setDraft] = useState(FIRST);
  const deed = useDeed(fieldOf);
  const advice = useAdviceOn(draft);
  const change = (changed: Partial<TopicDraft>) => {
    deed.forget();
    setDraft({ ...draft, ...changed });
  };
  const create = (event: SubmitEvent) => {
    event.preventDefault();
    const command = {
      type: 'createTopic',
      topic: draft.topic.trim(),
      partitions: numberFrom(draft.partitions),
      replicationFactor: numberFrom(draft.replicationFactor),
      minInsyncReplicas: numberFrom(draft.minInsyncReplicas),
    } as const;
    deed.act(command, faultsIn(draft));
  };
  return (
    <form className="settingsGroup" aria-labelledby="createTopicTitle" onSubmit={create} noValidate>
      <h3 id="createTopicTitle">Create a topic</h3>
      <TextField
        label="Name"
        value={draft.topic}
        notes={deed.notesOn('topic')}
        onChange={(topic) => change({ topic })}
      />
      <TextField
        label="Partitions"
        value={draft.partitions}
        isNumber
        notes={deed.notesOn('partitions')}
        onChange={(partitions) => change({ partitions })}
      />
      <TextField
        label="Replication factor"
        value={draft.replicationFactor}
        isNumber
        notes={[...deed.notesOn('replicationFactor'), ...advice('replicationFactor')]}
        onChange={(replicationFactor) => change({ replicationFactor })}
      />
      <TextField
        label="min.insync.replicas"
        value={draft.minInsyncReplicas}
        isNumber
        notes={[...deed.notesOn('minInsyncReplicas'), ...advice('minInsyncReplicas')]}
        onChange={(minInsyncReplicas) => change({ minInsyncReplicas })}
      />
      <Notes id="createTopicNotes" notes={deed.notesOn('all')} />
      <button type="submit" className="button" aria-describedby="createTopicNotes">
        Create the topic
      </button>
    </form>
  );
}

/** The field that an error of Kafka is about; what the page has no room for is about all. */
function fieldOf(error: KafkaError | null): Field {
  if (error === null) return 'all';
  if (error === 'INVALID_PARTITIONS') return 'partitions';
  if (error === 'INVALID_REPLICATION_FACTOR') return 'replicationFactor';
  return error === 'INVALID_CONFIG' ? 'minInsyncReplicas' : 'topic';
}

function faultsIn(draft: TopicDraft): readonly Fault<Field>[] {
  const fault = (
    field: keyof TopicDraft,
    error: KafkaError,
    name: string,
  ): readonly Fault<Field>[] => {
    const because = writingProblem(name, draft[field]);
    return because === null ? [] : [{ field, error, because }];
  };
  return [
    ...fault('partitions', 'INVALID_PARTITIONS', 'The number of partitions'),
    ...fault('replicationFactor', 'INVALID_REPLICATION_FACTOR', 'The replication factor'),
    ...fault('minInsyncReplicas', 'INVALID_CONFIG', 'min.insync.replicas'),
  ];
}
