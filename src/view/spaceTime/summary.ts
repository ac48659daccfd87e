import { clusterTimeAt, type Recording } from '../../timeline/recording';
import { nodeName } from '../nodeName';
import { clockText } from '../transport/clockText';
import { storyAtX } from './axis';
import type { Wishes } from './wishes';
import type { View } from './useSpaceTime';

/** The picture in words: `Space-time diagram of orders-0: 14 messages between … and …`. */
export function summaryOf(recording: Recording, view: View, wishes: Wishes): string {
  const { axis, start, layout } = view;
  const clockAt = (x: number) => clockText(clusterTimeAt(recording, storyAtX(axis, x)));
  const about = wishes.allPartitions ? 'all partitions' : wishes.partition;
  const span = `between ${clockAt(start)} and ${clockAt(start + layout.width)}`;
  const troubles = layout.bands
    .filter(({ span: { kind } }) => kind !== 'leader')
    .map(({ span: { node, text } }) => `; ${nodeName(node)} ${text}`);
  const quiet = layout.quiet.map(({ title }) => `; ${title}`);
  const count = messages(layout.lines.length);
  return `Space-time diagram of ${about}: ${count} ${span}${[...quiet, ...troubles].join('')}`;
}

/** What is left out of the picture, one sentence each. */
export function omissionsOf({ scene, layout, axis, start }: View): readonly string[] {
  const { passages, passageCount, cutBefore } = scene;
  const omissions: string[] = [];
  const isCut = cutBefore !== null && cutBefore > storyAtX(axis, start);
  if (isCut || passageCount > passages.length) {
    omissions.push(isCut ? 'earlier ones not drawn' : `the latest of ${passageCount}`);
  }
  const { hiddenLabels } = layout;
  if (hiddenLabels > 0)
    omissions.push(`${hiddenLabels} label${hiddenLabels === 1 ? '' : 's'} hidden: zoom in`);
  return omissions;
}

/** `1 message`, `14 messages`. */
export function messages(count: number): string {
  return `${count} message${count === 1 ? '' : 's'}`;
}
