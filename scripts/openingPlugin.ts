import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import type { Still } from '../src/timeline/still.ts';

const NAME = 'virtual:opening';
const RESOLVED = `\0${NAME}`;
const SOURCE = fileURLToPath(new URL('../src/timeline/openingScenario.ts', import.meta.url));

interface Source {
  readonly openingStill: () => Still;
}

/**
 * `virtual:opening`: what the page opens with, as the engine computes it while the page is built.
 * A page at rest then needs no engine.
 */
export function opening(): Plugin {
  return {
    name: 'highwater-opening',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const { module, dependencies } = await runnerImport<Source>(SOURCE, { configFile: false });
      for (const file of [SOURCE, ...dependencies]) this.addWatchFile(file);
      return `export const opening = ${JSON.stringify(module.openingStill())};`;
    },
  };
}
