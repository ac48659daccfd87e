import { useEffect, useState } from 'react';

const PAUSE_MS = 2_000;

/**
 * A text for a screen reader that is to keep up: while the story plays it changes at most once in
 * two seconds, and what came last is said in the end.
 */
export function useCalmly(text: string, isPlaying: boolean): string {
  const [spoken, setSpoken] = useState({ text, isRecent: false });

  useEffect(() => {
    if (text === spoken.text || (spoken.isRecent && isPlaying)) return undefined;
    const timer = setTimeout(() => setSpoken({ text, isRecent: true }));
    return () => clearTimeout(timer);
  }, [text, isPlaying, spoken]);

  useEffect(() => {
    if (!spoken.isRecent) return undefined;
    const timer = setTimeout(() => setSpoken({ text: spoken.text, isRecent: false }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [spoken]);

  return spoken.text;
}
