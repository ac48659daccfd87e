// Sizes as sent, compressed with gzip. First load is what index.html itself names, so that nothing
// slips in or out of the limit when a chunk changes its name. The rest comes when somebody is there
// or when it is opened.
import { readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const firstLoad = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file);
if (firstLoad.length === 0) throw new Error('dist/index.html names no script');

/** What comes at the first sign of a person, so that the cluster can be played with. */
const TO_PLAY = ['engine', 'messages', 'history', 'menus', 'keeper'];

export default [
  {
    name: 'JavaScript of the first load',
    path: firstLoad.map((file) => `dist/${file}`),
    limit: '110 kB',
    gzip: true,
  },
  {
    name: 'JavaScript to play: the simulation, messages, history, menus and links',
    path: TO_PLAY.map((name) => `dist/assets/${name}-*.js`),
    limit: '92 kB',
    gzip: true,
  },
  { name: 'panels', path: 'dist/assets/panels-*.js', limit: '54 kB', gzip: true },
  {
    name: 'lessons, scenes and their words',
    path: 'dist/assets/lessons-*.js',
    limit: '32 kB',
    gzip: true,
  },
  {
    name: 'links and scenario files',
    path: 'dist/assets/link-*.js',
    limit: '9 kB',
    gzip: true,
  },
  { name: 'the sheet for sharing', path: 'dist/assets/share-*.js', limit: '9 kB', gzip: true },
  {
    name: 'pictures, clips and words to keep',
    path: ['take', 'clip', 'mermaid', 'handout'].map((name) => `dist/assets/${name}-*.js`),
    limit: '16 kB',
    gzip: true,
  },
  {
    name: 'all JavaScript of the page',
    path: ['dist/assets/*.js', 'dist/sw.js'],
    limit: '345 kB',
    gzip: true,
  },
  { name: 'the single file', path: 'dist/highwater.html', limit: '363 kB', gzip: true },
  { name: 'the custom element', path: 'dist/kafka-replication.js', limit: '239 kB', gzip: true },
];
