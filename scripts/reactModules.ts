import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);

/** What React is made of where it runs for people; each file assigns to `exports`. */
const FILES: Readonly<Record<string, string>> = {
  react: fileOf('react', 'react'),
  'react/jsx-runtime': fileOf('react', 'react-jsx-runtime'),
  'react-dom': fileOf('react-dom', 'react-dom'),
  'react-dom/client': fileOf('react-dom', 'react-dom-client'),
  scheduler: fileOf('scheduler', 'scheduler'),
};

/**
 * React as modules, in what is built. React comes as CommonJS, of which nothing can be left out and
 * whose functions are all called through an object: that costs the page 4 kB.
 */
export function reactModules(): Plugin {
  const files = new Set(Object.values(FILES));
  return {
    name: 'highwater-react-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => FILES[id] ?? null,
    transform(code, id) {
      if (files.has(id)) return asModule(code);
      // There is no default export then, and all of it would be kept for one.
      return code.replace(/import React from (['"]react['"])/, 'import * as React from $1');
    },
  };
}

function fileOf(folder: string, name: string): string {
  return join(dirname(resolve(`${folder}/package.json`)), 'cjs', `${name}.production.js`);
}

/** CommonJS, as React writes it, as a module. Throws when it is written in some other way. */
function asModule(code: string): string {
  const names = [...new Set([...code.matchAll(/^exports\.(\w+) =/gm)].map(([, name]) => name))];
  const body = code
    .replace(/^var ((?:\w+ = require\("[^"]+"\)[,;]\s*)+)/gm, (_, requires: string) =>
      requires.replace(/(\w+) = require\((.+)\)[,;]/g, 'import * as $1 from $2;'),
    )
    .replace(/^exports\.(\w+) =/gm, 'var exported_$1 =')
    .replace(/\bexports\.(\w+)/g, 'exported_$1');
  if (/\b(require|exports)\b/.test(body)) throw new Error('React is written in a new way.');
  const exported = names.map((name) => `exported_${name} as ${name}`);
  return `${body}\nexport { ${exported.join(', ')} };`;
}
