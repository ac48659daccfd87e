// Builds all that is published, into one folder: the site, the single file and the custom element.
import { rmSync } from 'node:fs';
import { build } from 'vite';

/**
 * @param {string} outDir
 * @returns {Promise<void>}
 */
export async function buildAll(outDir = 'dist') {
  rmSync(outDir, { recursive: true, force: true });
  const configs = ['vite.config.ts', 'vite.single.config.ts', 'vite.element.config.ts'];
  const options = {
    logLevel: /** @type {const} */ ('warn'),
    build: { outDir, emptyOutDir: false },
  };
  await Promise.all(configs.map((configFile) => build({ configFile, ...options })));
}

if (process.argv[1] === import.meta.filename) await buildAll(process.argv[2]);
