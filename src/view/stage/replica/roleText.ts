import type { Replica } from '../../../sim/broker/state';
import { partitionIndex, topicOf } from '../../../sim/ids';
import type { RowLayout } from '../layout/rowLayout';
import { textWidth } from '../layout/typeScale';
import { type Move, type Standing, standingWords } from './standing';

/** Room for `LEADER`, which stands in capitals a little apart. */
const CAPITALS = 8;

/**
 * What a replica is, in as many words as its row has room for beside the name; none where its
 * glyph alone leaves the name whole.
 */
export function roleText(
  { partition, leaderEpoch }: Pick<Replica, 'partition' | 'leaderEpoch'>,
  standing: Standing,
  move: Move | null,
  layout: Pick<RowLayout, 'head' | 'glyph' | 'roleFont' | 'roleWords'>,
  wearsCrown: boolean,
): string {
  const { head, glyph, roleFont, roleWords } = layout;
  if (roleWords === 'none') return '';
  const { long, short } = standingWords(standing);
  const name = `${topicOf(partition)}-${partitionIndex(partition)}`;
  const room = head.width - glyph - 16 - textWidth(name, head.font, 'mono');
  const fits = (text: string) => textWidth(text, roleFont) <= room;
  if (move !== null) return [`${move} · ${long}`, `${move} · ${short}`].find(fits) ?? move;
  const claim = `${long}, epoch ${leaderEpoch}`;
  if (standing === 'thinksItLeads' && fits(claim)) return claim;
  const plain = roleWords === 'long' ? long : short;
  const need =
    standing === 'leader' ? textWidth(CAPITALS, roleFont, 'strong') : textWidth(plain, roleFont);
  const isTight = need > room + (wearsCrown ? 4 : glyph + 4);
  // Where not even the glyph would leave the name whole, the name gives way.
  return isTight && room >= 0 ? '' : plain;
}
