import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { workerSource } from '../../scripts/offlinePlugin';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

type Files = Map<string, string | Buffer>;

/** What was built, by paths below the page. */
export function builtFiles(): Files {
  const site = process.env['HIGHWATER_TEST_SITE'] ?? 'dist';
  const files = readdirSync(site, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name).slice(site.length + 1);
        return [path, readFileSync(join(parentPath, name))] as const;
      }),
  );
}

/** The next release: the same page under another title, and a file that has another name. */
export function nextRelease(built: Files): Files {
  const next = new Map(built);
  const page = String(built.get('index.html')).replace('<title>Highwater<', '<title>Next<');
  const [first = ''] = /assets\/style-[\w-]+\.css/.exec(page) ?? [];
  next.set('index.html', page.replaceAll(first, 'assets/next.css'));
  next.set('assets/next.css', built.get(first) ?? '');
  next.delete(first);
  next.delete('sw.js');
  next.set('sw.js', workerSource([...next]));
  return next;
}

/** A host that serves a release until it is given another. */
export async function startHost(files: Files) {
  let served = files;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.slice(1) || 'index.html';
    asked.push(path);
    const content = served.get(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': TYPES[extname(path)] ?? 'text/plain',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  return {
    address: `http://localhost:${typeof at === 'object' ? at?.port : 0}/`,
    asked,
    publish: (next: Files) => (served = next),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
