import type { Figure } from './figure';
import { becomePage } from './page';
import { measureScale } from './scale';
import { measureSeeks } from './seeks';
import { measureSteps } from './steps';
import { measureStory } from './story';
import { largestKip320 } from '../exploration/tla/pace';

const ofEngine = [
  ...measureSteps(),
  ...measureScale(),
  ...measureStory(),
  ...measureSeeks(),
  measureTla(),
];
const showNextFrame = becomePage();
// React looks for a page when it is loaded, so it comes after it.
const { measureRendering } = await import('./rendering');
const figures: readonly Figure[] = [...ofEngine, ...(await measureRendering(showNextFrame))];

const isForMachines = process.argv.includes('--json');
process.stdout.write(`${isForMachines ? JSON.stringify(figures, null, 2) : table()}\n`);

function measureTla(): Figure {
  const { states, seconds } = largestKip320();
  return { name: 'KIP-320 in TLA+: states explored', value: states / seconds, unit: 'a second' };
}

function table(): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(
    ({ name, value, unit }) => `${name.padEnd(width)}  ${value.toFixed(2).padStart(10)} ${unit}`,
  );
  return lines.join('\n');
}
