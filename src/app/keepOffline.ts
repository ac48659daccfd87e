/**
 * Has the browser keep this release, so that the page opens without a connection from now on. Only
 * for a page of its own: what is shown in a frame is its host's. Where it cannot be done, all goes
 * on as before.
 */
export function keepOffline(): void {
  // A single file, an element and a page in development have no worker.
  const worker = import.meta.env['WORKER'];
  if (typeof worker !== 'string' || window.parent !== window) return;
  const register = async () => {
    try {
      await navigator.serviceWorker.register(worker);
    } catch {
      // Opened from a file, without encryption, or in a browser that does not let us.
    }
  };
  // What the page itself needs comes first.
  window.addEventListener('load', () => void register(), { once: true });
}
