import type { Message } from '../../sim/message';
import { passagesIn } from '../../timeline/passages';
import type { Recording } from '../../timeline/recording';
import type { Pause } from './picture';

/** Longer stretches are not counted: what was let go of them would have to be run again. */
const FRAMES_MAX = 1_000;

const NOUNS: { readonly [Type in Message['type']]?: readonly [one: string, more: string] } = {
  fetchRequest: ['fetch', 'fetches'],
  brokerHeartbeatRequest: ['heartbeat', 'heartbeats'],
};

/** What went on unseen in a quiet stretch: `41 fetches, 9 heartbeats`. */
export function quietWords(recording: Recording, pause: Pause): string {
  const { fromIndex, toIndex, fromTick, toTick } = pause;
  if (toIndex - fromIndex > FRAMES_MAX) return '';
  const sent = passagesIn(recording, fromIndex, toIndex).filter(
    ({ flight }) => flight.sentAt >= fromTick && flight.sentAt < toTick,
  );
  return Object.entries(NOUNS)
    .map(([type, nouns]) => {
      const count = sent.filter(({ flight }) => flight.message.type === type).length;
      return count > 0 && nouns ? `${count} ${nouns[count === 1 ? 0 : 1]}` : '';
    })
    .filter(Boolean)
    .join(', ');
}
