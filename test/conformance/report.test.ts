import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportOn } from './report';
import { readVectors } from './vector';

/** Of the same rules as Kafka's vectors, with other names and numbers. */
const OTHER = fileURLToPath(new URL('otherVectors.json', import.meta.url));
const { vectors: others } = readVectors(OTHER);
const COMMAND = fileURLToPath(new URL('../../scripts/conformance.mjs', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vectors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('knows no vector by its name: others of the same rules are run as well', () => {
  const { lines, problems, isClean } = reportOn([OTHER]);
  expect(lines).toEqual([`${others.length} passed, 0 failed, 0 skipped`]);
  expect(problems).toEqual([]);
  expect(isClean).toBe(true);
});

it('says what was expected where a vector does not hold', () => {
  const wrong = others.map((vector) => ({ ...vector, expect: { noSuchField: 7 } }));
  const { lines, isClean } = reportOn([fileOf('wrong.json', { vectors: wrong })]);
  expect(isClean).toBe(false);
  expect(lines).toHaveLength(others.length + 1);
  for (const [nth, { id }] of others.entries()) {
    expect(lines[nth]).toMatch(new RegExp(`^FAIL ${id}: expected noSuchField 7, got `));
  }
  expect(lines.at(-1)).toBe(`0 passed, ${others.length} failed, 0 skipped`);
});

it('leaves out a rule that it does not know, and says so', () => {
  const vectors = [...others.slice(0, 1), { id: 'new-1', op: 'compactLog', given: {}, expect: {} }];
  const { lines, isClean } = reportOn([fileOf('unknown.json', { vectors })]);
  expect(lines).toEqual([
    'SKIP new-1: no rule is called compactLog',
    '1 passed, 0 failed, 1 skipped',
  ]);
  expect(isClean).toBe(false);
});

it('fails a vector whose case its rule cannot make anything of', () => {
  const vectors = [
    { id: 'odd-1', op: 'electLeader', given: {}, expect: {} },
    { id: 'odd-2', op: 'tlaExhaustive', given: { spec: 'Kip999' }, expect: { violated: null } },
  ];
  const { lines } = reportOn([fileOf('odd.json', { vectors })]);
  expect(lines[0]).toMatch(/^FAIL odd-1: expected .*, got .*Error/);
  expect(lines[1]).toMatch(/^FAIL odd-2: .* there is no model Kip999, only Kafka.*, Kip320$/);
});

it.each([
  ['{\n  "vectors": [\n}', ': line 3, column 1: expected a value'],
  ['[]', ': expected an object with a list of vectors'],
  ['{"vectors": {}}', ': vectors: expected a list'],
  ['{"vectors": [7]}', ': vectors[0]: expected an object'],
  ['{"vectors": [{"op": "place"}]}', ': vectors[0].id: expected a name'],
  ['{"vectors": [{"id": "a"}]}', ': vectors[0].op: expected the name of a rule (in a)'],
  ['{"vectors": [{"id": "a", "op": "place"}]}', ': vectors[0].given: is missing (in a)'],
])('names the file and the place that makes %j no vectors', (text, problem) => {
  const path = fileOf('malformed.json', text);
  const { lines, problems, isClean } = reportOn([path, OTHER]);
  expect(problems).toEqual([`${path}${problem}`]);
  expect(lines).toEqual([`${others.length} passed, 0 failed, 0 skipped`]);
  expect(isClean).toBe(false);
});

it('runs as a command over the files that it is given', { timeout: 60_000 }, () => {
  const broken = fileOf('broken.json', '{"vectors": ');
  const missing = join(folder, 'missing.json');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [COMMAND, OTHER, broken, missing],
    { encoding: 'utf8' },
  );
  expect(stdout).toBe(`${others.length} passed, 0 failed, 0 skipped\n`);
  expect(stderr).toContain(`${broken}: line 1, column 13, the end of the text: expected a value`);
  expect(stderr).toContain(`${missing}: cannot be read (ENOENT`);
  expect(status).toBe(1);
});

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
