import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KEY_LIST } from './keyList';

it('the README has the same list', () => {
  const entries = KEY_LIST.map(({ keys, does }) => {
    const names = keys.map((key) => `**${key}**`).join(' ');
    return `${names} ${does.charAt(0).toLowerCase()}${does.slice(1)}`;
  });
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(readme.replace(/\s+/g, ' ')).toContain(`${entries.join(' · ')}.`);
});
