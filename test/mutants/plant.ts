import { join } from 'node:path';
import { vi } from 'vitest';
import type { Mutant } from './mutant';

const SIM = join(import.meta.dirname, '..', '..', 'src', 'sim');

/** Puts a fault in the place of a module, for everything that is imported from now on. */
export function plantFault({ module, replace }: Mutant): void {
  vi.resetModules();
  vi.doMock(pathOf(module), replace);
}

/** Takes it out again. */
export function pullFault({ module }: Mutant): void {
  vi.doUnmock(pathOf(module));
}

function pathOf(module: string): string {
  return join(SIM, `${module}.ts`);
}
