import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SIMPLIFICATIONS } from '../src/sim/simplifications';

it('every simplification stands in docs/model.md, in the same order', () => {
  const text = readFileSync(new URL('../docs/model.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| (M\d+) /gm)].map(([, id]) => id);
  expect(rows).toEqual(Object.keys(SIMPLIFICATIONS));
});
