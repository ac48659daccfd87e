/** A field as it is shown: its name, its value, and how deep it lies in its message. */
export interface Field {
  readonly key: string;
  readonly depth: number;
  readonly name: string;
  /** Empty for what only holds other fields. */
  readonly value: string;
}

/** Of a long list so many are shown one by one. */
const ITEMS_MAX = 25;

/**
 * Every field that the engine holds of a message, or of a fetch that waits, by the names of Kafka's
 * protocol.
 */
export function fieldsOf(message: object): readonly Field[] {
  const type = 'type' in message ? String(message.type) : '';
  return fieldsIn(message, type, 0, false);
}

function fieldsIn(held: object, path: string, depth: number, isTable: boolean): readonly Field[] {
  return Object.entries(held).flatMap(([own, value]: [string, unknown]) => {
    if (own === 'type') return [];
    const key = `${path}/${own}`;
    const name = isTable ? own : nameOf(own, key);
    return fieldOf(key, depth, name, value, TABLES.has(own));
  });
}

function fieldOf(
  key: string,
  depth: number,
  name: string,
  value: unknown,
  isTable: boolean,
): readonly Field[] {
  if (typeof value !== 'object' || value === null) {
    return [{ key, depth, name, value: String(value) }];
  }
  if (!Array.isArray(value)) {
    const inside = fieldsIn(value, key, depth + 1, isTable);
    return [{ key, depth, name, value: inside.length === 0 ? '{}' : '' }, ...inside];
  }
  const items: readonly unknown[] = value;
  if (!items.some((item) => typeof item === 'object')) {
    return [{ key, depth, name, value: `[${items.join(', ')}]` }];
  }
  const more = items.length > ITEMS_MAX ? `, the first ${ITEMS_MAX}:` : '';
  const head = { key, depth, name, value: `${items.length}${more}` };
  const shown = items.slice(0, ITEMS_MAX);
  const rows = shown.flatMap((item, at) =>
    fieldOf(`${key}/${at}`, depth + 1, `[${at}]`, item, false),
  );
  return [head, ...rows];
}

/** Their keys are names and numbers of partitions, topics and brokers. */
const TABLES: ReadonlySet<string> = new Set([
  'leaders',
  'partitions',
  'brokers',
  'topics',
  'positions',
  'directories',
]);

// Most names are Kafka's own, written in another way.
function nameOf(own: string, key: string): string {
  return NAMES[key] ?? NAMES[own] ?? own.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const NAMES: Readonly<Record<string, string>> = {
  producer: 'client_id',
  error: 'error_code',
  replica: 'replica_id',
  clientRack: 'rack_id',
  forgotten: 'forgotten_topics_data',
  session: 'session (not sent)',
  attempt: 'attempt (not sent)',
  id: 'number in this run (not sent)',
  closedBy: 'closed by',
  'brokerHeartbeatResponse/brokerEpoch': 'broker_epoch (not sent)',
  'brokerRegistrationResponse/incarnation': 'incarnation_id (not sent)',
  'fetchResponse/partitions': 'responses',
  'fetchRequest/brokerEpoch': 'replica_epoch',
  leader: 'leader_id',
  broker: 'broker_id',
  recovery: 'leader_recovery_state',
  newInSyncReplicas: 'new_isr_with_epochs',
  inSyncReplicas: 'isr',
  inSync: 'isr',
  eligible: 'elr',
  lastKnownLeaders: 'last_known_elr',
  batchSequence: 'base_sequence',
  incarnation: 'incarnation_id',
};
