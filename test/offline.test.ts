import { describe, expect, it } from 'vitest';
import { workerSource } from '../scripts/offlinePlugin';
import {
  keepRelease,
  type Release,
  serveRelease,
  type WorkerScope,
} from '../scripts/offlineWorker';

const HOME = 'https://example.org/kafka/';
const FIRST = { 'index.html': 'first', 'assets/a.js': 'a' };
const SECOND = { 'index.html': 'second', 'assets/b.js': 'b' };

type Files = Readonly<Record<string, string>>;

describe('the worker of a release', () => {
  it('keeps every file, and then answers for all of them without a connection', async () => {
    const browser = fakeBrowser(FIRST);
    const worker = browser.workerOf(FIRST);
    await worker.install();
    browser.publish(null);
    expect(await worker.ask('')).toBe('first');
    expect(await worker.ask('?scene=fetch#r=1')).toBe('first');
    expect(await worker.ask('index.html')).toBe('first');
    expect(await worker.ask('assets/a.js')).toBe('a');
  });

  it('leaves alone what is not of the release', async () => {
    const worker = fakeBrowser(FIRST).workerOf(FIRST);
    await worker.install();
    expect(await worker.ask('highwater.html')).toBeNull();
    expect(await worker.ask('toString')).toBeNull();
    expect(await worker.ask('../other/index.html')).toBeNull();
    expect(await worker.ask('', { method: 'POST' })).toBeNull();
  });

  it('keeps nothing when a file is missing', async () => {
    const browser = fakeBrowser({ 'index.html': 'first' });
    await expect(browser.workerOf(FIRST).install()).rejects.toThrow('assets/a.js');
    expect(browser.kept()).toEqual([]);
  });

  it('keeps nothing when a file is of another release already', async () => {
    const browser = fakeBrowser({ ...FIRST, 'index.html': 'second' });
    await expect(browser.workerOf(FIRST).install()).rejects.toThrow('index.html');
    expect(browser.kept()).toEqual([]);
  });

  it('serves what it kept while the next release waits, and nothing of that', async () => {
    const browser = fakeBrowser(FIRST);
    const first = browser.workerOf(FIRST);
    await first.install();
    browser.publish(SECOND);
    const second = browser.workerOf(SECOND);
    await second.install();
    expect(await first.ask('')).toBe('first');
    expect(await first.ask('assets/a.js')).toBe('a');
    await second.activate();
    expect(await second.ask('')).toBe('second');
    expect(browser.kept()).toHaveLength(1);
  });

  it('lets go of old releases of its own, and of nothing else', async () => {
    const browser = fakeBrowser(FIRST);
    for (const name of ['highwater https://example.org/other/ 1', 'fonts']) browser.open(name);
    const first = browser.workerOf(FIRST);
    await first.install();
    browser.publish(SECOND);
    const second = browser.workerOf(SECOND);
    await second.install();
    await second.activate();
    expect(browser.kept()).toHaveLength(3);
    expect(browser.kept()).toContain('fonts');
  });

  it('gives way once, when the only page is loaded again', async () => {
    const browser = fakeBrowser(FIRST);
    const worker = browser.workerOf(FIRST);
    await worker.install();
    const reload = { mode: 'navigate', cache: 'no-cache' } as const;
    browser.pages = 2;
    browser.waits = true;
    expect(await worker.ask('', reload)).toBe('first');
    browser.pages = 1;
    expect(await worker.ask('', { mode: 'navigate' })).toBe('first');
    expect(browser.told).toEqual([]);
    expect(await worker.ask('', reload)).toBe('');
    expect(browser.told).toEqual(['take over']);
    expect(await worker.ask('', reload)).toBe('first');
  });

  it('takes over early only when it is told to', () => {
    const browser = fakeBrowser(FIRST);
    const worker = browser.workerOf(FIRST);
    worker.tell('hello');
    expect(browser.hasSkipped).toBe(false);
    worker.tell('take over');
    expect(browser.hasSkipped).toBe(true);
  });
});

it('is another worker when one letter of one file is another', () => {
  const source = (text: string) => workerSource([['index.html', text]]);
  expect(source('a')).toBe(source('a'));
  expect(source('a')).not.toBe(source('b'));
});

function releaseOf(files: Files): Release {
  const source = workerSource(Object.entries(files));
  return JSON.parse(source.slice('const release = '.length, source.indexOf(';\nconst')));
}

/** What a worker sees of a browser: a server that can be changed, and caches. */
function fakeBrowser(published: Files) {
  let files: Files | null = published;
  const caches = fakeCaches();
  const browser = {
    ...caches,
    pages: 1,
    waits: false,
    told: [] as unknown[],
    hasSkipped: false,
    publish: (next: Files | null) => (files = next),
    workerOf: (release: Files) => {
      const scope: WorkerScope = {
        registration: {
          scope: HOME,
          get waiting() {
            const postMessage = (message: unknown) => void browser.told.push(message);
            return browser.waits ? { postMessage } : null;
          },
        },
        clients: { matchAll: () => Promise.resolve({ length: browser.pages }) },
        caches: caches.storage,
        fetch: (at) => {
          if (!files) return Promise.reject(new TypeError('Failed to fetch'));
          const text = files[(at instanceof URL ? at.href : at.url).slice(HOME.length)];
          const status = text === undefined ? 404 : 200;
          return Promise.resolve(new Response(text ?? '', { status }));
        },
        skipWaiting: () => Promise.resolve(void (browser.hasSkipped = true)),
      };
      return verbsOf(serveRelease(scope, releaseOf(release), keepRelease));
    },
  };
  return browser;
}

function fakeCaches() {
  const stores = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      put: (at: URL, response: Response) => Promise.resolve(void store.set(String(at), response)),
      match: (at: URL) => Promise.resolve(store.get(String(at))?.clone()),
    };
  };
  const storage = {
    open: (name: string) => Promise.resolve(open(name)),
    keys: () => Promise.resolve([...stores.keys()]),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
  };
  return { storage, open, kept: () => [...stores.keys()] };
}

/** What can be done to a worker. */
function verbsOf(on: ReturnType<typeof serveRelease>) {
  const waitFor = (type: 'install' | 'activate') =>
    new Promise((resolve, reject) => {
      on[type]({ waitUntil: (done) => void done.then(resolve, reject) });
    });
  return {
    install: () => waitFor('install'),
    activate: () => waitFor('activate'),
    tell: (data: unknown) => on.message({ data }),
    ask: async (path: string, how: Partial<Request> = {}) => {
      const answers: Promise<Response>[] = [];
      const request = { method: 'GET', mode: 'cors', cache: 'default', ...how } as const;
      on.fetch({
        request: { ...request, url: new URL(path, HOME).href },
        respondWith: (answer) => void answers.push(answer),
      });
      const answer = await answers[0];
      return answer === undefined ? null : answer.text();
    },
  };
}
