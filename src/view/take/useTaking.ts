import { useState } from 'react';
import { useSay } from '../voice/Voiced';

/** What is being made, or what came of it. */
interface Taking {
  readonly says: string;
  readonly isBusy: boolean;
  /** Makes something; says what came of it, or why nothing did. */
  readonly take: (make: (say: (says: string) => void) => Promise<string>) => void;
}

export function useTaking(): Taking {
  const [{ says, isBusy }, set] = useState({ says: '', isBusy: false });
  useSay(says);
  const take: Taking['take'] = (make) => {
    set({ says: 'One moment …', isBusy: true });
    make((text) => set({ says: text, isBusy: true })).then(
      (text) => set({ says: text, isBusy: false }),
      (error: unknown) => set({ says: sorry(error), isBusy: false }),
    );
  };
  return { says, isBusy, take };
}

function sorry(error: unknown): string {
  const because = error instanceof Error && error.message !== '' ? ` ${error.message}` : '';
  return `This page could not make it.${because}`;
}
