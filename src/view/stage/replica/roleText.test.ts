import { expect, it } from 'vitest';
import { partitionId } from '../../../sim/ids';
import { rowLayout } from '../layout/rowLayout';
import { roleText } from './roleText';
import type { Standing } from './standing';

/** A row as wide as this, in the type of a projector. */
function said(width: number, standing: Standing, topic = 'orders'): string {
  const partition = partitionId(topic, 0);
  const size = { width, height: 100, nameLength: partition.length, offsetDigits: 1 };
  const layout = rowLayout('slim', { ...size, fontMin: 20 });
  return roleText({ partition, leaderEpoch: 3 }, standing, null, layout, standing === 'leader');
}

it('says what a replica is where its name is whole all the same', () => {
  expect(said(300, 'leader')).toBe('LEADER');
  expect(said(300, 'inSync')).toBe('in sync');
});

it('leaves it to the glyph where the name would have to give way', () => {
  expect(said(240, 'leader')).toBe('');
  expect(said(240, 'catchingUp')).toBe('');
  expect(said(240, 'inSync')).toBe('in sync');
});

it('says it beside the end of a name that is too long in any case', () => {
  expect(said(240, 'leader', 'payments-of-yesterday')).toBe('LEADER');
});
