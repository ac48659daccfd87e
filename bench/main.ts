import { measureScale } from './scale';
import { measureSeeks } from './seeks';
import { measureSteps } from './steps';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const figures: readonly Figure[] = [...measureSteps(), ...measureScale(), ...measureSeeks()];

const isForMachines = process.argv.includes('--json');
process.stdout.write(`${isForMachines ? JSON.stringify(figures, null, 2) : table()}\n`);

function table(): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(
    ({ name, value, unit }) => `${name.padEnd(width)}  ${value.toFixed(2).padStart(10)} ${unit}`,
  );
  return lines.join('\n');
}
