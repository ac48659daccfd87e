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
  { keys: ['F'], does: 'Full screen' },
  { keys: ['F5'], does: 'Full screen too, where only the picture is shown' },
  { keys: ['B', 'W'], does: 'A black screen, or a white one; any key comes back' },
  { keys: ['.'], does: 'A black screen too, where only the picture is shown' },
  { keys: ['S'], does: 'Spotlight on what has the focus' },
  { keys: ['1 … 9', 'Enter'], does: 'To the event of this number' },
  { keys: ['+', '-', '0'], does: 'Larger and smaller type, as it was' },
  { keys: ['?'], does: 'This list' },
];
