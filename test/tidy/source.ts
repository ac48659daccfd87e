import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file: its path from the root of the repository, with forward slashes, and its text. */
export type Source = { readonly path: string; readonly text: string };

const root = fileURLToPath(new URL('../../', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', 'reports', 'coverage', 'golden', '.git']);
/** What following an example leaves in its folder. */
const madeByExamples = new Set(['highwater', 'site', 'build', '.venv', '.docusaurus', 'cache']);

/** Every file of the repository whose name ends in one of these, in order of path. */
export function readSources(...endings: readonly string[]): readonly Source[] {
  return filesUnder(root)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export function isTest(path: string): boolean {
  return /\.(test|spec|bench)\.tsx?$/.test(path) || path.startsWith('test/');
}

function filesUnder(folder: string): readonly string[] {
  const isExample = relative(root, folder).startsWith('examples');
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name) && !(isExample && madeByExamples.has(name)))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
