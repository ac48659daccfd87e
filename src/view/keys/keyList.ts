/** What a key does, for the list that `?` shows. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

export const KEY_LIST: readonly KeyHelp[] = [
  { keys: ['→', 'Page Down'], does: 'To the next event' },
  { keys: ['←', 'Page Up'], does: 'To the event before' },
  { keys: ['.', ','], does: 'To the next and the previous of the chosen kind' },
  { keys: ['Space'], does: 'Play and pause' },
  { keys: ['Home'], does: 'To the beginning' },
  { keys: ['End'], does: 'To the end' },
  { keys: ['P'], does: 'Produce a record' },
  { keys: ['L'], does: 'Steady load on and off' },
  { keys: ['D'], does: 'Space-time diagram on and off' },
  { keys: ['?'], does: 'This list' },
];
