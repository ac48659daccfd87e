import { describe, expect, it } from 'vitest';
import { stageRequest } from '../fixture/stageRequest';
import { layoutStage } from '../layout/layoutStage';
import { textWidth } from '../layout/typeScale';
import { boldWidth, fitButtons } from './fitButtons';

const WIDTHS = Array.from({ length: 104 }, (_, n) => 364 + 8 * n);
const HEIGHTS = [200, 300, 460, 640];

describe('whatever the width of the stage', () => {
  it.each([1, 1.25, 5 / 3, 2, 3])(
    'no button lies over a name or over what was lost, with type %d times as large',
    (type) => {
      for (const width of WIDTHS.filter((each) => each >= 360 * type))
        for (const height of HEIGHTS) {
          const { inner, name, fitted, lost } = fit(width, height, type);
          const beside = fitted.isBelow ? lost : name;
          expect(beside + fitted.width, `${width} × ${height}`).toBeLessThanOrEqual(inner);
        }
    },
  );

  it('what the buttons say grows with their card', () => {
    const says = ['none', 'icon', 'word', 'both'];
    const grown = Array.from({ length: 40 }, (_, n) => fitted('full', 100 + 6 * n).load);
    expect([...new Set(grown)]).toEqual(says);
    expect(fitted('compact', 400).load).toBe('icon');
  });
});

it('gives up the load before Produce leaves the name', () => {
  expect(fitted('full', 180)).toMatchObject({ load: 'none', isBelow: false });
  expect(fitted('full', 170)).toMatchObject({ load: 'none', isBelow: true });
  expect(fitted('tall', 90)).toMatchObject({ load: 'none', isBelow: false });
});

function fitted(kind: 'full' | 'tall' | 'compact', inner: number) {
  return fitButtons(kind, inner, { font: 13.5, titleFont: 16, unit: 1 }, 'Producer');
}

function fit(width: number, height: number, type: number) {
  const counts = { brokers: 3, partitions: 3, producers: 1, consumers: 1 };
  const { cards } = layoutStage({ ...stageRequest({ width, height, ...counts }), type });
  const [id, place] = Object.entries(cards.places).find(([each]) => each.startsWith('prod')) ?? [];
  if (id === undefined || !place) throw new Error('The producer has no card.');
  const inner = place.width - 2 * cards.padding;
  return {
    inner,
    name: boldWidth('Producer', cards.titleFont),
    lost: textWidth('0 lost', cards.font, 'strong'),
    fitted: fitButtons(place.kind, inner, cards, 'Producer'),
  };
}
