// Measures the simulation and the stage as they are shipped: bundled for production, then run by
// Node. `-- --json` for a machine.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'node_modules/.cache/bench');

await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
  build: {
    ssr: join(ROOT, 'test/bench/main.ts'),
    target: 'es2022',
    outDir: OUT,
    emptyOutDir: true,
    minify: false,
  },
});
const args = ['--expose-gc', ...nodeArgs(), join(OUT, 'main.js'), ...process.argv.slice(2)];
const env = { ...process.env, NODE_ENV: 'production' };
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);

/** For a profile: BENCH_NODE_ARGS=--cpu-prof. */
function nodeArgs() {
  return (process.env['BENCH_NODE_ARGS'] ?? '').split(' ').filter(Boolean);
}
