import { useEffect, useState } from 'react';
import { messageOf } from '../view/failure/messageOf';

/** What went wrong outside of drawing and outside of the simulation; null when nothing has. */
export function useWindowFailure(): readonly [string | null, () => void] {
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    const onError = (event: ErrorEvent) => {
      // The browser says so when a size changes while it is told; the next frame sets it right.
      if (event.message.startsWith('ResizeObserver loop')) return;
      setMessage(event.error ? messageOf(event.error) : event.message);
    };
    const onRejection = (event: PromiseRejectionEvent) => setMessage(messageOf(event.reason));
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  return [message, () => setMessage(null)];
}
