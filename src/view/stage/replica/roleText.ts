import type { Replica } from '../../../sim/broker/state';
import { partitionIndex, topicOf } from '../../../sim/ids';
import type { RowLayout } from '../layout/rowLayout';
import { textWidth } from '../layout/typeScale';
import { type Move, type Standing, standingWords } from './standing';

/** What a replica is, in as many words as its row has room for beside the name. */
export function roleText(
  { partition, leaderEpoch }: Pick<Replica, 'partition' | 'leaderEpoch'>,
  standing: Standing,
  move: Move | null,
  { head, glyph, roleFont, roleWords }: RowLayout,
): string {
  const { long, short } = standingWords(standing);
  const name = `${topicOf(partition)}-${partitionIndex(partition)}`;
  const room = head.width - glyph - 16 - textWidth(name, head.font, 'mono');
  const fits = (text: string) => textWidth(text, roleFont) <= room;
  const plain = roleWords === 'long' ? long : short;
  if (move !== null) return [`${move} · ${long}`, `${move} · ${short}`].find(fits) ?? move;
  const claim = `${long}, epoch ${leaderEpoch}`;
  return standing === 'thinksItLeads' && fits(claim) ? claim : plain;
}
