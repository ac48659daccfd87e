import { expect, it } from 'vitest';
import { escaped, tag } from './markup';

it('takes nothing in a text for markup', () => {
  expect(escaped('<b title="a & b">')).toBe('&lt;b title=&quot;a &amp; b&quot;&gt;');
  expect(tag('text', { x: 1 / 3, y: null, name: '"' }, escaped('<'))).toBe(
    '<text x="0.33" name="&quot;">&lt;</text>',
  );
});

it('leaves out what no file in XML may have, and nothing else', () => {
  expect(escaped('a\u0001b\u0000c\nd')).toBe('a b c d');
  expect(escaped('\ud800 and \ufffe')).toBe('  and  ');
  expect(escaped('café 🎉 日本')).toBe('café 🎉 日本');
});
