import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from './parseJson';
import { effort } from '../../test/properties/effort';

it('reads what is JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
    }),
    effort(200, 5_000),
  );
});

it.each([
  ['', 'line 1, column 1, the end of the text: expected a value'],
  ['{\n  "a": 1,\n}', 'line 3, column 1: expected a name in double quotes'],
  ['{"a": 1,\n "b": here}', 'line 2, column 7: expected a value'],
  ['[1, 2', 'line 1, column 6, the end of the text: expected “,” or “]”'],
  ['{"a" 1}', 'line 1, column 6: expected “:”'],
  ['{"a": 1}}', 'line 1, column 9: expected nothing more'],
  ['{"a": "tab\there"}', 'line 1, column 7: expected a value'],
  ["{'a': 1}", 'line 1, column 2: expected a name in double quotes'],
  ['[01]', 'line 1, column 3: expected “,” or “]”'],
])('says where %j stops being JSON', (text, problem) => {
  expect(parseJson(text)).toEqual({ problem });
});
