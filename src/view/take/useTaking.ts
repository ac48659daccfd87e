import { useCallback, useRef, useState } from 'react';
import { useSay } from '../voice/Voiced';

/** What is being made, or what came of it. */
interface Taking {
  readonly says: string;
  /** How much of it is done, 0 to 1; null while nothing is being made. */
  readonly share: number | null;
  /** Makes something; says what came of it, or why nothing did. */
  readonly take: (make: (onward: (share: number) => void) => Promise<string>) => void;
  /** Leaves what is being made. */
  readonly leave: () => void;
}

class LeftError extends Error {}

export function useTaking(): Taking {
  const [{ says, share }, set] = useState({ says: '', share: null as number | null });
  const isLeft = useRef(false);
  useSay(says);
  const leave = useCallback(() => {
    isLeft.current = true;
  }, []);
  const take: Taking['take'] = (make) => {
    isLeft.current = false;
    const onward = (done: number) => {
      if (isLeft.current) throw new LeftError();
      set({ says: '', share: done });
    };
    onward(0);
    make(onward).then(
      (text) => set({ says: text, share: null }),
      (error: unknown) => set({ says: sorry(error), share: null }),
    );
  };
  return { says, share, take, leave };
}

function sorry(error: unknown): string {
  if (error instanceof LeftError) return 'Nothing was saved.';
  const because = error instanceof Error && error.message !== '' ? ` ${error.message}` : '';
  return `This page could not make it.${because}`;
}
