import type { ClientId, Table } from '../sim/ids';

/** Ids of a table of producers or consumers, in the order in which they came. */
export function clientIdsIn<Id extends ClientId>(
  table: Table<Id, { readonly id: Id }>,
): readonly Id[] {
  return Object.values<{ readonly id: Id } | undefined>(table).flatMap((client) =>
    client ? [client.id] : [],
  );
}
