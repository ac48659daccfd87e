import { join } from 'node:path';
import { vi } from 'vitest';
import type { Mutant } from './mutant';

const SIM = join(import.meta.dirname, '..', '..', 'src', 'sim');

/** Puts a fault in the place of its modules, for everything that is imported from now on. */
export function plantFault({ parts }: Mutant): void {
  vi.resetModules();
  for (const { module, replace } of parts) vi.doMock(pathOf(module), replace);
}

/** Takes it out again. */
export function pullFault({ parts }: Mutant): void {
  for (const { module } of parts) vi.doUnmock(pathOf(module));
}

function pathOf(module: string): string {
  return join(SIM, `${module}.ts`);
}
