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
  const facts = [`${messages(layout.lines.length)} ${span}`, ...gapsIn(recording, view)];
  const told = [...quiet, ...new Set(troubles)].join('');
  return `Space-time diagram of ${about}: ${facts.join(', ')}${told}`;
}

/** Of which times in view messages are not drawn. */
function gapsIn(recording: Recording, { scene, layout }: View): readonly string[] {
  const clockOf = (story: number | null) => clockText(clusterTimeAt(recording, story ?? 0));
  return layout.gaps.map(({ x }) =>
    x === 0 && scene.drawnFrom !== null
      ? `none drawn before ${clockOf(scene.drawnFrom)}`
      : `none drawn after ${clockOf(scene.drawnTo)}`,
  );
}

/** What is left out of the picture, one sentence each. */
export function omissionsOf(recording: Recording, view: View): readonly string[] {
  const omissions = [...gapsIn(recording, view)];
  const { hiddenLabels } = view.layout;
  if (hiddenLabels > 0)
    omissions.push(`${hiddenLabels} label${hiddenLabels === 1 ? '' : 's'} hidden: zoom in`);
  return omissions;
}

/** `1 message`, `14 messages`. */
export function messages(count: number): string {
  return `${count} message${count === 1 ? '' : 's'}`;
}
