import { expect, it } from 'vitest';
import { embedCode, type EmbedLooks } from './embedCode';
import { siteAt } from './site';

const site = siteAt('https://example.org/kafka/index.html?ui=full#r=1.x');
const looks: EmbedLooks = { as: 'frame', ui: 'steps', theme: 'dark', height: 480 };

it('is a frame with the page for frames, its query fit for an attribute', () => {
  const code = embedCode(site, { moment: { scene: 'copies', step: 2 }, run: null }, looks);
  const query = '?scene=copies&amp;step=2&amp;ui=steps&amp;theme=dark';
  expect(code).toContain(`src="https://example.org/kafka/embed.html${query}"`);
  expect(code).toContain('height="480"');
  expect(code).toContain('frameborder="0"');
  expect(code).not.toContain('style');
});

it('is an element around a plain link that leads to the same', () => {
  const place = { moment: { lesson: 'acks', step: 1 }, run: null };
  expect(embedCode(site, place, { ...looks, as: 'element', ui: 'stage', theme: 'system' })).toBe(
    `<script src="https://example.org/kafka/kafka-replication.js" defer></script>
<kafka-replication lesson="acks" step="1" height="480">
  <a href="https://example.org/kafka/?lesson=acks">Kafka replication, step by step</a>
</kafka-replication>`,
  );
});

it.each([
  ['https://example.org/a/', 'https://example.org/a/', false, false],
  ['https://example.org/a/embed.html#x', 'https://example.org/a/', false, false],
  ['http://localhost:4173/?scene=a', 'http://localhost:4173/', false, true],
  ['https://example.org/highwater.html', 'https://example.org/highwater.html', true, false],
  ['file:///tmp/highwater.html', 'file:///tmp/highwater.html', true, true],
])('knows from %s where the page lies', (href, page, isFile, isLocal) => {
  expect(siteAt(href)).toMatchObject({ page, isFile, isLocal });
});
