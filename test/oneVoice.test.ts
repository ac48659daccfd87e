import { expect, it } from 'vitest';
import { isTest, readSources } from './tidy/source';

const LIVE = /<output|role="(status|log)"|aria-live="(polite|assertive)"/;

it('leaves it to one region to speak: all others would speak at the same time', () => {
  const others = readSources('.tsx')
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .filter(({ text }) => LIVE.test(text))
    .map(({ path }) => `${path}: say it with useSay of view/voice, or as an alert when it failed`);
  expect(others).toEqual([]);
});

it('finds a region of its own', () => {
  for (const planted of ['<output>', '<p role="status">', '<p aria-live="polite">'])
    expect(planted).toMatch(LIVE);
});
