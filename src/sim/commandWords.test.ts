import { expect, it } from 'vitest';
import { everyCommand } from '../../test/everyCommand';
import { commandWords } from './commandWords';

const words = everyCommand.commands.map(({ command }) => commandWords(command));

it('has a few words for whatever can be done', () => {
  for (const each of words) expect(each).toMatch(/^[a-z].{5,70}[^.]$/);
  expect(words.join()).not.toMatch(/undefined|null|object/);
});

it('names what is done to whom', () => {
  expect(words).toEqual(
    expect.arrayContaining([
      'crash broker 2',
      'produce to orders-0',
      'cut the link between broker 2 and the controller',
      'cut the link from broker 1 to broker 3',
      'set min.insync.replicas=1',
      'set acks=1 of producer 1',
      'pause broker 3 for 10.5 s',
    ]),
  );
});
