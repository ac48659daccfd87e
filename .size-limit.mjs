// Sizes as sent, compressed with gzip. First load is what index.html itself names, so that nothing
// slips in or out of the limit when a chunk changes its name.
import { readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const firstLoad = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file);
if (firstLoad.length === 0) throw new Error('dist/index.html names no script');

export default [
  {
    name: 'JavaScript of the first load',
    path: firstLoad.map((file) => `dist/${file}`),
    limit: '110 kB',
    gzip: true,
  },
  { name: 'all JavaScript', path: 'dist/**/*.js', limit: '190 kB', gzip: true },
];
