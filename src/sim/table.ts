import type { Table } from './ids';

/** The table with one row set; the others are shared. */
export function withRow<Key extends string | number, Row>(
  table: Table<Key, Row>,
  key: Key,
  row: Row,
): Table<Key, Row> {
  return { ...table, [key]: row };
}

/** The table without one row; the others are shared. */
export function withoutRow<Key extends string | number, Row>(
  table: Table<Key, Row>,
  key: Key,
): Table<Key, Row> {
  if (table[key] === undefined) return table;
  const rest = { ...table };
  delete rest[key];
  return rest;
}

/** The row of a name that people chose, undefined without one: `constructor` is a name, too. */
export function rowNamed<Row>(
  table: { readonly [name in string]?: Row },
  name: string,
): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The row of a key. Throws when the table has none: the caller knows that it must. */
export function rowOf<Key extends string | number, Row>(table: Table<Key, Row>, key: Key): Row {
  const row = table[key];
  if (row === undefined) throw new Error(`No row ${key}.`);
  return row;
}

/** All rows of a table, in key order (numbers ascending, names as entered). */
export function rowsOf<Row>(table: { readonly [key in string | number]?: Row }): readonly Row[] {
  const rows: Row[] = [];
  for (const key in table) {
    const row = table[key];
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** The earliest of some deadlines, null when none is set. */
export function earliest(deadlines: readonly (number | null)[]): number | null {
  let first: number | null = null;
  for (const at of deadlines) if (at !== null && (first === null || at < first)) first = at;
  return first;
}

/** Whether two lists hold the same items in the same order. */
export function sameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Whether two lists hold the same items, in any order. */
export function sameSet<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}
