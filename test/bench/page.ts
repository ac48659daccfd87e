import { Window } from 'happy-dom';

/** Replaced even where Node has something of that name. */
const OF_THE_PAGE = new Set(['navigator', 'Event', 'EventTarget', 'CustomEvent']);

/**
 * Makes this process look like a page to whatever is loaded from now on. Returns what shows the
 * next animation frame: it is not shown by itself, so that its cost can be measured.
 */
export function becomePage(): () => void {
  const page = new Window({ url: 'http://localhost/', width: 1_280, height: 800 });
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(page))) {
    if (!(name in globalThis) || OF_THE_PAGE.has(name)) define(name, property);
  }
  define('window', { value: globalThis });
  define('document', { value: page.document });
  let requests: FrameRequestCallback[] = [];
  define('requestAnimationFrame', {
    value: (request: FrameRequestCallback) => requests.push(request),
  });
  return () => {
    const due = requests;
    requests = [];
    for (const request of due) request(performance.now());
  };
}

function define(name: string, property: PropertyDescriptor): void {
  Object.defineProperty(globalThis, name, { ...property, configurable: true });
}
