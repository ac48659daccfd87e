import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { isTest, readSources } from './tidy/source';
import { importsOf } from './tidy/syntax';

type Layer = { readonly sees: readonly string[]; readonly packages: readonly string[] | 'all' };
type Imports = Readonly<Record<string, readonly string[]>>;

// One store for each instance comes with the React context that hands it and its playhead down.
const store = ['zustand', 'react'];
const view = ['react', 'react-dom', 'lucide-react', 'uqr'];

/** `sim ← timeline ← share, lessons ← store ← view ← app`: what each layer may import. */
const layers: Readonly<Record<string, Layer>> = {
  sim: { sees: [], packages: [] },
  timeline: { sees: ['sim'], packages: [] },
  share: { sees: ['sim', 'timeline'], packages: [] },
  lessons: { sees: ['sim', 'timeline'], packages: [] },
  store: { sees: ['sim', 'timeline', 'share', 'lessons'], packages: store },
  view: { sees: ['sim', 'timeline', 'share', 'lessons', 'store'], packages: view },
  app: { sees: ['sim', 'timeline', 'share', 'lessons', 'store', 'view'], packages: 'all' },
};

it('lets every layer of src import only from its left', () => {
  const imports = readSources('.ts', '.tsx')
    .filter(({ path }) => path.startsWith('src/'))
    .map((source) => [source.path.slice('src/'.length), importsOf(source)]);
  expect(crossings(Object.fromEntries(imports))).toEqual([]);
});

it('reports a layer that looks to its right or beside itself', () => {
  expect(crossings({ 'sim/oops.ts': ['../view/Stage'] })).toEqual(['sim/oops.ts → view']);
  expect(crossings({ 'timeline/a.ts': ['../store/store'] })).toEqual(['timeline/a.ts → store']);
  expect(crossings({ 'share/link.ts': ['../lessons/one'] })).toEqual(['share/link.ts → lessons']);
  expect(crossings({ 'sim/broker/a.ts': ['../../app'] })).toEqual(['sim/broker/a.ts → app']);
  expect(crossings({ 'misc/a.ts': [] })).toEqual(['misc/a.ts → a folder that is no layer']);
});

it('reports a package that a layer may not use', () => {
  expect(crossings({ 'sim/a.ts': ['zustand/vanilla'] })).toEqual(['sim/a.ts → zustand']);
  expect(crossings({ 'sim/a.ts': ['node:fs'] })).toEqual(['sim/a.ts → node:fs']);
  expect(crossings({ 'store/a.ts': ['react-dom'] })).toEqual(['store/a.ts → react-dom']);
  expect(crossings({ 'view/A.tsx': ['@scope/x/y'] })).toEqual(['view/A.tsx → @scope/x']);
});

it('reports a product file that leans on tests', () => {
  expect(crossings({ 'sim/a.ts': ['./b.test'] })).toEqual(['sim/a.ts → sim/b.test']);
  expect(crossings({ 'timeline/a.ts': ['../../test/cluster'] })).toEqual([
    'timeline/a.ts → ../test/cluster',
  ]);
});

it('lets through what the architecture allows', () => {
  const allowed = {
    'sim/step.ts': ['./draft', './broker/turn'],
    'sim/step.test.ts': ['vitest', 'fast-check', '../../test/cluster', './step'],
    'store/store.ts': ['zustand/vanilla', '../share/link', '../lessons/one', '../sim/step'],
    'view/Stage.tsx': ['react', 'react/jsx-runtime', 'lucide-react', '../store/store', './a.css'],
    'app/main.tsx': ['react-dom/client', 'tinykeys', '../view/Stage'],
  };
  expect(crossings(allowed)).toEqual([]);
});

/** Every import that crosses a boundary. Tests may use any package, and helpers from test/. */
function crossings(imports: Imports): readonly string[] {
  return Object.entries(imports).flatMap(([file, specifiers]) => {
    const home = posix.normalize(file).split('/')[0] ?? '';
    const layer = layers[home];
    if (!layer) return [`${file} → a folder that is no layer`];
    return specifiers.flatMap((specifier) => {
      const crossed = specifier.startsWith('.')
        ? crossedFile(file, home, layer, specifier)
        : crossedPackage(file, layer, specifier);
      return crossed ? [`${file} → ${crossed}`] : [];
    });
  });
}

function crossedFile(file: string, home: string, layer: Layer, specifier: string) {
  const target = posix.join(posix.dirname(file), specifier);
  const there = target.split('/')[0] ?? '';
  if (there === '..') return isTest(file) && target.startsWith('../test/') ? undefined : target;
  if (target.endsWith('.test') && !isTest(file)) return target;
  return there === home || layer.sees.includes(there) ? undefined : there;
}

function crossedPackage(file: string, layer: Layer, specifier: string) {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const isAllowed = isTest(file) || layer.packages === 'all' || layer.packages.includes(name);
  return isAllowed ? undefined : name;
}
