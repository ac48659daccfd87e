// Measures the simulation as it is shipped: bundled, then run by Node. `-- --json` for a machine.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'node_modules/.cache/bench');

await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  build: { ssr: join(ROOT, 'bench/main.ts'), outDir: OUT, emptyOutDir: true, minify: false },
});
const args = ['--expose-gc', ...nodeArgs(), join(OUT, 'main.js'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);

/** For a profile: BENCH_NODE_ARGS=--cpu-prof. */
function nodeArgs() {
  return (process.env['BENCH_NODE_ARGS'] ?? '').split(' ').filter(Boolean);
}
