// Builds the site and serves it on this machine only, at PORT or the first free port after it.
import { preview } from 'vite';
import { buildAll } from './build.mjs';

const PORT = 4173;

await buildAll();
const server = await preview({ preview: { host: 'localhost', port: PORT, strictPort: false } });
console.log('Highwater is at');
server.printUrls();
console.log('Stop it with Ctrl+C.');
