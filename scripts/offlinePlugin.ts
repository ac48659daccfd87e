import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { keepRelease, serveRelease, SUM_DIGITS } from './offlineWorker.ts';

/**
 * Writes `sw.js`, the service worker of the release that is built: with it the pages open without a
 * connection after the first visit. It names every file that is built, so it is made last.
 */
export function offline(): Plugin {
  let publicDir = '';
  return {
    name: 'highwater-offline',
    apply: 'build',
    config: () => ({ define: { 'import.meta.env.WORKER': JSON.stringify('./sw.js') } }),
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const built = Object.entries(bundle).map(
          ([path, file]) => [path, file.type === 'chunk' ? file.code : file.source] as const,
        );
        // What lies in folders there is for other pages, which want a connection anyhow.
        const copied = readdirSync(publicDir, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => [name, readFileSync(join(publicDir, name))] as const);
        const source = workerSource([...built, ...copied]);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

/** The worker of a release that consists of these files, by their paths below the page. */
export function workerSource(files: readonly (readonly [string, string | Uint8Array])[]): string {
  const sums = files.map(([path, content]) => [path, sumOf(content)] as const);
  const sorted = Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const release = { name: sumOf(JSON.stringify(sorted)), files: sorted };
  return `const release = ${JSON.stringify(release)};
const listeners = (${String(serveRelease)})(self, release, ${String(keepRelease)});
for (const type in listeners) addEventListener(type, listeners[type]);
`;
}

/** Enough of it to tell one file from another. */
function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, SUM_DIGITS);
}
