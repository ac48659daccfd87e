import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { test as watched } from '../watched';

export const SITE = process.env['HIGHWATER_TEST_SITE'] ?? 'dist';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

interface Hosting {
  /**
   * Serves a page at an origin of its own, and beside it the built site. Returns its address,
   * without a slash at the end.
   */
  readonly host: (body: string, headers?: Readonly<Record<string, string>>) => Promise<string>;
}

/** A test whose pages are served by somebody else. */
export const test = watched.extend<Hosting>({
  host: async ({ complaints }, run) => {
    const servers: Server[] = [];
    const own: string[] = [];
    await run(async (body, headers = {}) => {
      const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://host');
        const type = { 'content-type': TYPES[extname(pathname)] ?? 'text/html' };
        contentOf(pathname, body).then(
          (content) => response.writeHead(200, { ...type, ...headers }).end(content),
          () => response.writeHead(404).end(),
        );
      });
      servers.push(server);
      await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      own.push(`asked http://127.0.0.1:${address.port}/`);
      return `http://127.0.0.1:${address.port}`;
    });
    for (const server of servers) server.close();
    const others = complaints.filter((each) => !own.some((one) => each.startsWith(one)));
    complaints.splice(0, complaints.length, ...others);
  },
});

async function contentOf(pathname: string, body: string): Promise<string | Buffer> {
  if (pathname !== '/') return readFile(join(SITE, pathname));
  const head = '<meta charset="utf-8"><title>Host</title><link rel="icon" href="favicon.svg">';
  return `<!doctype html>${head}${body}`;
}

/** A frame with a page of the site at the origin under test. */
export function frameOf(baseURL: string | undefined, page: string, attributes = ''): string {
  const size = 'width="700" height="420"';
  return `<iframe ${size} src="${new URL(page, baseURL).href}" ${attributes}></iframe>`;
}

/** Nothing of a figure plays, and it is at the beginning. */
export async function expectAtStart(figure: Page | FrameLocator | Locator): Promise<void> {
  await expect(figure.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(figure.getByRole('button', { name: 'Event before' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
}
