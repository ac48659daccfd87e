/** How much of the SHA-256 of a file is looked at, in hexadecimal digits. */
export const SUM_DIGITS = 16;

/** All files of one release, by their paths below the page, and what each adds up to. */
export interface Release {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

interface Waiting {
  waitUntil(done: Promise<unknown>): void;
}

interface Asked {
  readonly request: Pick<Request, 'method' | 'url' | 'mode' | 'cache'>;
  respondWith(answer: Promise<Response>): void;
}

interface Kept {
  match(at: URL): Promise<Response | undefined>;
  put(at: URL, response: Response): Promise<void>;
}

/** What of a service worker's world is used here. */
export interface WorkerScope {
  readonly registration: {
    readonly scope: string;
    readonly waiting: { postMessage(message: unknown): void } | null;
  };
  readonly clients: { matchAll(): Promise<{ readonly length: number }> };
  readonly caches: {
    open(name: string): Promise<Kept>;
    keys(): Promise<readonly string[]>;
    delete(name: string): Promise<boolean>;
  };
  fetch(address: URL | Asked['request'], how?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
}

/** The files of one release, kept: all of them or none. Can name nothing around it. */
export function keepRelease(scope: WorkerScope, { name, files }: Release) {
  const home = scope.registration.scope;
  // Other pages of the same origin have workers and caches too.
  const ours = `highwater ${home} `;
  const own = ours + name;
  const addressOf = (path: string) => new URL(path, home);

  const keepOne = async (cache: Kept, path: string, sum: string) => {
    const response = await scope.fetch(addressOf(path), { cache: 'no-cache' });
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    // While a release is being put up, some files are of the next one.
    if (!response.ok || !found.startsWith(sum)) throw new Error(`${path} is not of this release.`);
    // One that was led elsewhere may not answer for a page.
    await cache.put(addressOf(path), new Response(bytes, { headers: response.headers }));
  };
  return {
    keepAll: async () => {
      const cache = await scope.caches.open(own);
      try {
        await Promise.all(Object.entries(files).map(([path, sum]) => keepOne(cache, path, sum)));
      } catch (error) {
        await scope.caches.delete(own);
        throw error;
      }
    },
    forgetOthers: async () => {
      const known = await scope.caches.keys();
      const others = known.filter((each) => each.startsWith(ours) && each !== own);
      await Promise.all(others.map((each) => scope.caches.delete(each)));
    },
    find: async (path: string) => (await scope.caches.open(own)).match(addressOf(path)),
  };
}

/**
 * What the service worker of one release does at each kind of event. It serves from that release
 * alone, and takes over when no page of another is open. It is written out as text by itself, so it
 * can name nothing around it.
 */
export function serveRelease(scope: WorkerScope, release: Release, keep: typeof keepRelease) {
  const home = scope.registration.scope;
  const { keepAll, forgetOthers, find } = keep(scope, release);
  let isAsked = false;
  /** The only page is being loaded again: the next release can have it. */
  const givesWay = async ({ mode, cache }: Asked['request']) => {
    const { waiting } = scope.registration;
    if (mode !== 'navigate' || cache !== 'no-cache' || !waiting || isAsked) return false;
    if ((await scope.clients.matchAll()).length !== 1) return false;
    isAsked = true;
    // A worker is told, not a page.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    waiting.postMessage('take over');
    return true;
  };
  const answer = async (request: Asked['request'], path: string) => {
    if (await givesWay(request)) return new Response('', { headers: { refresh: '0' } });
    return (await find(path)) ?? scope.fetch(request);
  };
  return {
    install: (event: Waiting) => event.waitUntil(keepAll()),
    activate: (event: Waiting) => event.waitUntil(forgetOthers()),
    message: ({ data }: { readonly data: unknown }) => {
      if (data === 'take over') void scope.skipWaiting();
    },
    fetch: (event: Asked) => {
      const { method, url } = event.request;
      const { origin, pathname } = new URL(url);
      const whole = origin + pathname;
      const path = whole.slice(home.length) || 'index.html';
      const isOurs = whole.startsWith(home) && Object.hasOwn(release.files, path);
      if (method === 'GET' && isOurs) event.respondWith(answer(event.request, path));
    },
  };
}
