import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LESSON_IDS } from '../src/lessons/loadLesson';
import { FIGURE_IDS } from '../src/lessons/loadScene';
import { type Parameters, PARAMETERS } from '../src/share/parameters';

// `npx vitest run test/embedding.test.ts -u` writes it anew.
it('documents the parameters, scenes and lessons as the code has them', async () => {
  const page = readFileSync('docs/embedding.md', 'utf8');
  const told = filled(filled(page, 'parameters', table()), 'names', names());
  await expect(told).toMatchFileSnapshot('../docs/embedding.md');
});

/** A page with something else between the two comments of a name. */
function filled(page: string, name: string, inside: string): string {
  const mark = `<!-- ${name} -->`;
  const [before = '', , after] = page.split(mark);
  if (after === undefined) throw new Error(`There are no two ${mark}.`);
  return [before, `\n\n${inside}\n\n`, after].join(mark);
}

function names(): string {
  const list = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ');
  return `Scenes: ${list(FIGURE_IDS)}.\n\nLessons: ${list(LESSON_IDS)}.`;
}

function table(): string {
  const rows = [
    ['Name', 'Values', 'Left out', 'Meaning'],
    ...Object.keys(PARAMETERS)
      .filter(isParameter)
      .map((name) => {
        const { values, otherwise, meaning } = PARAMETERS[name];
        return [`\`${name}\``, values, otherwise, meaning];
      }),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = rows.map((row) => line(row.map((cell, at) => cell.padEnd(widths[at] ?? 0))));
  lines.splice(1, 0, line(widths.map((width) => '-'.repeat(width))));
  return lines.join('\n');
}

function isParameter(name: string): name is keyof Parameters {
  return Object.hasOwn(PARAMETERS, name);
}
