import { expect, it } from 'vitest';
import { piecesOf } from './pieces';

it('takes a sentence apart at the words of the glossary', () => {
  expect(piecesOf('The [leader|leader] has [followers|follower].')).toEqual([
    { at: 0, text: 'The ', term: null },
    { at: 4, text: 'leader', term: 'leader' },
    { at: 19, text: ' has ', term: null },
    { at: 24, text: 'followers', term: 'follower' },
    { at: 44, text: '.', term: null },
  ]);
});

it('leaves a sentence without any as it is, brackets of Kafka’s sets included', () => {
  expect(piecesOf('In sync are [1, 2].')).toEqual([
    { at: 0, text: 'In sync are [1, 2].', term: null },
  ]);
});
