import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/sim/kafkaError';
import { readSources, type Source } from '../tidy/source';
import { importsOf } from '../tidy/syntax';
import { ADAPTERS } from './adapter/byOp';
import { reportOn } from './report';
import { SKIPPED_OPS, SKIPPED_STEPS, SKIPPED_STORIES } from './skipped';
import { readVectors, type Vector } from './vector';
import { verdictOn, whySkipped } from './verdict';

const { vectors: kafkas, errors = [] } = readVectors(new URL('vectors.json', import.meta.url));
const { vectors: own } = readVectors(new URL('ownVectors.json', import.meta.url));
const vectors = [...kafkas, ...own];
const counted = vectors.filter((vector) => whySkipped(vector) === null);

describe.each(opsOf(counted))('%s', (op) => {
  const cases = counted.filter((vector) => vector.op === op).map((vector) => ({ vector }));

  it.each(cases)('ends as Kafka has it in $vector.id', ({ vector }) => {
    expect(verdictOn(vector)).toEqual({ type: 'passed' });
  });
});

describe('the vectors that are left out', () => {
  it('are of rules, steps and stories that are named with a reason', () => {
    const out = vectors.filter((vector) => whySkipped(vector) !== null);
    const reasons = [SKIPPED_OPS, SKIPPED_STEPS, SKIPPED_STORIES].flatMap(Object.values);
    expect(out.filter((vector) => !reasons.includes(whySkipped(vector)))).toEqual([]);
    expect(opsOf(out)).toEqual(
      [...Object.keys(SKIPPED_OPS), 'controllerScenario', 'clusterStory'].toSorted(),
    );
  });

  it('leave every other rule with vectors that count', () => {
    const others = opsOf(vectors).filter((op) => SKIPPED_OPS[op] === undefined);
    expect(opsOf(counted)).toEqual(others);
    expect(Object.keys(ADAPTERS).toSorted()).toEqual(others);
  });
});

it('gives every error the number and the consequences that Kafka gives it', () => {
  // There is no meaning of an error that the simulation does not have.
  const ours = errors
    .map(({ name }) => ({ name, ...meaningOf(name) }))
    .filter((error) => 'code' in error);
  expect(ours).toEqual(errors.filter(({ name }) => ours.some((error) => error.name === name)));
  expect(ours.length).toBeGreaterThan(25);
});

it('reports a line for each vector that is left out, and then the counts', () => {
  const { lines, isClean } = reportOn([fileURLToPath(new URL('vectors.json', import.meta.url))]);
  const left = kafkas.length - kafkas.filter((vector) => whySkipped(vector) === null).length;
  expect(lines.filter((line) => line.startsWith('SKIP '))).toHaveLength(left);
  expect(lines.at(-1)).toBe(`${kafkas.length - left} passed, 0 failed, ${left} skipped`);
  expect(isClean).toBe(left === 0);
});

describe('the adapter', () => {
  const sources = new Map(readSources('.ts').map((source) => [source.path, source]));
  const adapters = [...sources.keys()].filter((path) =>
    path.startsWith('test/conformance/adapter'),
  );

  it('calls nothing of the simulation that a run does not call', () => {
    const inRun = reachedFrom(sources, ['src/sim/step.ts', 'src/sim/createWorld.ts']);
    const called = adapters.flatMap((path) => importedBy(sources, path)).filter(isOfSim);
    expect(called.filter((path) => !inRun.has(path))).toEqual([]);
    expect(called.length).toBeGreaterThan(50);
  });

  it('takes from outside a step only what forms a cluster', () => {
    const inStep = reachedFrom(sources, ['src/sim/step.ts']);
    const called = adapters.flatMap((path) => importedBy(sources, path)).filter(isOfSim);
    const outside = new Set(called.filter((path) => !inStep.has(path)));
    expect([...outside].toSorted()).toEqual([
      'src/sim/controller/placement.ts',
      'src/sim/createWorld.ts',
    ]);
  });
});

function opsOf(some: readonly Vector[]): readonly string[] {
  return [...new Set(some.map(({ op }) => op))].toSorted();
}

function isOfSim(path: string): boolean {
  return path.startsWith('src/sim/');
}

function reachedFrom(
  sources: ReadonlyMap<string, Source>,
  roots: readonly string[],
): ReadonlySet<string> {
  const reached = new Set(roots);
  for (const path of reached) {
    for (const imported of importedBy(sources, path)) reached.add(imported);
  }
  return reached;
}

function importedBy(sources: ReadonlyMap<string, Source>, path: string): readonly string[] {
  const source = sources.get(path);
  if (source === undefined) throw new Error(`There is no file ${path}.`);
  return importsOf(source)
    .map((specifier) => `${posix.join(posix.dirname(path), specifier)}.ts`)
    .filter((target) => sources.has(target));
}
