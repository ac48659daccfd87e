import { describe, expect, it } from 'vitest';
import { placeOf, reachedFrom, usesIn, type Uses } from '../tidy/reach';
import { isTest, readSources, type Source } from '../tidy/source';
import { syntaxOf } from '../tidy/syntax';
import { ADAPTERS } from './adapter/byOp';

const ADAPTER = 'test/conformance/adapter/';
const STEP = ['step', 'nextDueAt'].map((name) => placeOf('src/sim/step.ts', name));
const FORMING = placeOf('src/sim/createWorld.ts', 'createWorld');

const sources = readSources('.ts').filter(
  ({ path }) => (path.startsWith('src/sim/') && !isTest(path)) || path.startsWith(ADAPTER),
);
const uses = usesIn(sources);
// Worlds are formed before the first step: placement, first elections.
const inRun = reachedFrom(uses, [...STEP, FORMING]);

/** The port of the TLA+ models is no part of the simulation: older protocols are among them. */
const ops = Object.keys(ADAPTERS).filter((op) => !op.startsWith('tla'));

describe('the adapter only translates', () => {
  for (const op of ops) {
    const called = calledFor(op);
    it(`${op} calls ${modulesOf(called).join(', ')}, which a run calls as well`, () => {
      expect(called.length).toBeGreaterThan(0);
      expect(called.filter((place) => !inRun.has(place))).toEqual([]);
    });
  }
});

describe('the walk', () => {
  const step = source(
    'src/sim/step.ts',
    `import { elect } from './rules';
    export function step() { return elect(1); }
    export function nextDueAt() {}`,
  );
  const rules = source(
    'src/sim/rules.ts',
    `export function elect(id: number) { return one(id); }
    function one(id: number) { return id; }
    export function forVectorsOnly() { return one(2); }`,
  );

  it('reports a function that only the vectors use, though its module is in every step', () => {
    const planted = source(
      `${ADAPTER}planted.ts`,
      `import * as all from '../../../src/sim/rules';
      import { elect, forVectorsOnly } from '../../../src/sim/rules';
      export const good = { run: () => elect(3) };
      export const bad = { run: () => ({ was: forVectorsOnly() }) };
      export const sly = { run: () => all.forVectorsOnly() };`,
    );
    const among = usesIn([step, rules, planted]);
    const reached = reachedFrom(among, STEP);
    const strangers = (name: string) =>
      simulated(among, placeOf(planted.path, name)).filter((place) => !reached.has(place));
    expect(strangers('good')).toEqual([]);
    expect(strangers('bad')).toEqual(['src/sim/rules.ts#forVectorsOnly']);
    expect(strangers('sly')).toEqual(['src/sim/rules.ts#forVectorsOnly']);
  });

  it('does not take a type, a field or a name in a string for a use', () => {
    const careless = source(
      'src/sim/step.ts',
      `import { forVectorsOnly } from './rules';
      type Shape = typeof forVectorsOnly;
      export function step(world: { forVectorsOnly: Shape }) { return world.forVectorsOnly; }
      export function nextDueAt() { return { forVectorsOnly: 'forVectorsOnly' }; }`,
    );
    const reached = reachedFrom(usesIn([careless, rules]), STEP);
    expect([...reached]).toEqual(STEP);
  });
});

/** What the adapter of a rule calls of the simulation, in order. */
function calledFor(op: string): readonly string[] {
  return simulated(uses, rootOf(op));
}

/** The places of the simulation that adapters use from one place on, by way of other adapters. */
function simulated(among: Uses, root: string): readonly string[] {
  const ofAdapters = new Map([...among].filter(([place]) => place.startsWith(ADAPTER)));
  const called = [...reachedFrom(ofAdapters, [root])];
  const ofSim = called.filter((place) => place.startsWith('src/sim/'));
  return ofSim.filter((place) => !isData(among, place)).toSorted();
}

/** A constant that nothing is done by: numbers, names, settings. */
function isData(among: Uses, place: string): boolean {
  return [...reachedFrom(among, [place])].every((used) => /#[A-Z][A-Z_]*$/.test(used));
}

/** The adapter that the table names for a rule. */
function rootOf(op: string): string {
  const table = sources.find(({ path }) => path === `${ADAPTER}byOp.ts`);
  const entry = new RegExp(`\\b${op}: (\\w+),`).exec(table?.text ?? '')?.[1];
  const path = sources.find(({ text }) => text.includes(`export const ${entry} = `))?.path;
  if (entry === undefined || path === undefined) throw new Error(`There is no adapter for ${op}.`);
  return placeOf(path, entry);
}

/** Their files, without folders and endings, each once. */
function modulesOf(places: readonly string[]): readonly string[] {
  const names = places.map((place) => /([^/]+)\.ts#/.exec(place)?.[1] ?? place);
  return [...new Set(names)].toSorted();
}

function source(path: string, text: string): Source {
  const made = { path, text };
  syntaxOf(made);
  return made;
}
