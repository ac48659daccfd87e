import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../scripts/exampleProjects.mjs';
import { FIGURE_IDS } from '../../src/lessons/loadScene';
import { readSources } from '../tidy/source';
import { quotedBlocks, says, wrongNames } from './recipe';

const POSTER_BYTES_MAX = 60_000;

const posters = readdirSync('public/posters');
const recipes = readFileSync('docs/recipes.md', 'utf8');
const files = readSources('.html', '.md', '.mdx', '.jsx', '.js', '.yml').filter(({ path }) =>
  path.startsWith('examples/'),
);

describe('the examples', () => {
  it('name only files, scenes, lessons and parameters that there are', () => {
    const sources = [...files, { path: 'docs/recipes.md', text: recipes }];
    expect(sources.flatMap((source) => wrongNames(source, posters))).toEqual([]);
  });

  it.each([
    ['src="highwater/embed.html?scene=nobody"', 'scene cannot be “nobody”'],
    ['src="highwater/embed.html?lesson=acks&amp;ui=small"', 'ui cannot be “small”'],
    ['[run](https://example.org/highwater/?lesson=nothing)', 'lesson cannot be “nothing”'],
    ['<Kafka show="secne=newLeader" />', 'secne cannot be “newLeader”'],
    ['<kafka-replication class="kafka" speed="7">', 'speed cannot be “7”'],
    ['src="highwater/figure.html"', 'a build makes no figure.html'],
    ['src="highwater/posters/nobody.webp"', 'there is no picture nobody.webp'],
  ])('would be caught saying %s', (text, fault) => {
    expect(wrongNames({ path: 'a', text }, posters)).toEqual([`a: ${fault}`]);
  });

  it('are all built by the script, and all that it builds are there', () => {
    expect(readdirSync('examples').toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  it.each(Object.keys(EXAMPLES))('%s says in a few lines what to copy where', (name) => {
    const text = readFileSync(`examples/${name}/README.md`, 'utf8');
    expect(text).toContain(`npm run examples ${name}`);
    expect(text).toContain(EXAMPLES[name]?.highwater);
  });

  it.each(Object.keys(EXAMPLES))('%s pins the versions of what it needs', (name) => {
    const path = `examples/${name}/package.json`;
    if (!existsSync(path)) return;
    const { dependencies } = JSON.parse(readFileSync(path, 'utf8'));
    expect(Object.values(dependencies)).toEqual(
      Object.keys(dependencies).map(() => expect.stringMatching(/^\d+\.\d+\.\d+$/)),
    );
  });
});

describe('the recipes', () => {
  it('say what the examples say', () => {
    const blocks = quotedBlocks(recipes);
    expect(blocks.length).toBeGreaterThan(15);
    for (const { path, text } of blocks) {
      expect(says(readFileSync(path, 'utf8'), text), `${path} has no\n${text}`).toBe(true);
    }
  });

  it('would be caught saying something else', () => {
    const [block] = quotedBlocks('`examples/a/b.html`:\n\n```html\n<p\n  class="kafka"\n>\n```\n');
    expect(block).toEqual({ path: 'examples/a/b.html', text: '<p\n  class="kafka"\n>' });
    expect(says('<main>\n  <p class="kafka">\n', '<p class="kafka">')).toBe(true);
    expect(says('<main>\n  <p class="kafka">\n', '<p class="figure">')).toBe(false);
  });

  it('quote from every block', () => {
    const fences = recipes.match(/^```\w+$/gm) ?? [];
    expect(quotedBlocks(recipes)).toHaveLength(fences.length);
  });
});

describe('the pictures that stand for a scene', () => {
  it('are there for every scene, and small', () => {
    expect(posters.toSorted()).toEqual(FIGURE_IDS.map((id) => `${id}.webp`).toSorted());
    for (const poster of posters) {
      expect(statSync(`public/posters/${poster}`).size).toBeLessThanOrEqual(POSTER_BYTES_MAX);
    }
  });
});
