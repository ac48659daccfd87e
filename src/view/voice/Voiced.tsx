import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { createVoice, type Say } from './createVoice';

const VoiceContext = createContext<Say>(() => {});

/** What is in it can say something to those who listen. */
export function Voiced({ children }: { readonly children: ReactNode }) {
  const store = useHighwaterStore();
  const [{ say, standIn }] = useState(() => createVoice(() => store.getState().playing));
  return (
    <VoiceContext value={say}>
      {children}
      <div ref={standIn} />
    </VoiceContext>
  );
}

/**
 * Says a text when it becomes another one; an empty one says nothing.
 *
 * @param about says it when this changes instead
 */
export function useSay(text: string, isStory = false, about: unknown = text): void {
  const say = use(VoiceContext);
  const onChange = useEffectEvent((_about: unknown) => {
    if (text) say(text, isStory);
  });
  useEffect(() => onChange(about), [about]);
}
