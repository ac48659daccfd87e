import type { SettingsProblem } from '../../sim/settingsProblems';
import { numberFrom, type SettingsDraft } from './settingsDraft';

/** What is wrong with the writing of a number, whatever the number is; null when nothing is. */
export function writingProblem(name: string, text: string): string | null {
  if (!Number.isNaN(numberFrom(text))) return null;
  const typed = text.trim();
  return `${name} is a whole number in digits only${typed ? `, not "${typed}"` : ''}.`;
}

/** The number fields of a new cluster in which no number stands. */
export function typedProblems(draft: SettingsDraft): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const check = (
    field: SettingsProblem['field'],
    error: SettingsProblem['error'],
    name: string,
    ...texts: readonly string[]
  ): void => {
    const [because] = texts.flatMap((text) => writingProblem(name, text) ?? []);
    if (because !== undefined) problems.push({ field, error, because });
  };
  const { withinRackMinMs, withinRackMaxMs, betweenRacksMinMs, betweenRacksMaxMs } = draft;
  check('brokers', 'INVALID_CONFIG', 'The number of brokers', draft.brokers);
  check('partitions', 'INVALID_PARTITIONS', 'The number of partitions', draft.partitions);
  check(
    'replicationFactor',
    'INVALID_REPLICATION_FACTOR',
    'The replication factor',
    draft.replicationFactor,
  );
  if (draft.minInsyncReplicas !== null) {
    check('minInsyncReplicas', 'INVALID_CONFIG', 'min.insync.replicas', draft.minInsyncReplicas);
  }
  check('logDirectories', 'INVALID_CONFIG', 'The number of log.dirs', draft.logDirectories);
  check('producers', 'INVALID_CONFIG', 'The number of producers', draft.producers);
  check('consumers', 'INVALID_CONFIG', 'The number of consumers', draft.consumers);
  check('withinRackLatency', 'INVALID_CONFIG', 'A latency', withinRackMinMs, withinRackMaxMs);
  check('betweenRacksLatency', 'INVALID_CONFIG', 'A latency', betweenRacksMinMs, betweenRacksMaxMs);
  return problems;
}
