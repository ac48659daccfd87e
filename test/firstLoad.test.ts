import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { isTest, readSources, type Source } from './tidy/source';
import { staticImportsOf } from './tidy/syntax';

const sources = new Map(
  readSources('.ts', '.tsx')
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .map((source) => [source.path.replace(/\.tsx?$/, ''), source]),
);

/** What a page at rest has no need of. */
const LATER = [
  'src/timeline/engine',
  'src/timeline/recorder',
  'src/timeline/runner',
  'src/timeline/openingScenario',
  'src/sim/step',
  'src/sim/createWorld',
  'src/sim/explain',
  'src/sim/refusal',
  'src/sim/settingsProblems',
  'src/sim/controller/partitionChange',
];

it('loads nothing that runs a simulation, or that has words for it, before somebody acts', () => {
  const first = reachedFrom('src/app/main');
  expect(first).toContain('src/timeline/recording');
  expect(first.filter((file) => LATER.includes(file))).toEqual([]);
});

it('finds all of it behind the engine', () => {
  const behind = reachedFrom('src/timeline/engine');
  expect(LATER.filter((file) => !behind.includes(file))).toEqual([]);
});

/** The files that a browser has to load for one of them; imports of types cost nothing. */
function reachedFrom(start: string): readonly string[] {
  const reached = new Set([start]);
  for (const file of reached) {
    const source = sources.get(file);
    if (source) for (const next of filesImportedBy(source)) reached.add(next);
  }
  return [...reached];
}

function filesImportedBy(source: Source): readonly string[] {
  return staticImportsOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(source.path), specifier));
}
