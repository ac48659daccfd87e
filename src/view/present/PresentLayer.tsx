import { EyeOff, Minus, Plus, Presentation, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { focusTheFigure } from '../focusFigure';
import { useSay } from '../voice/Voiced';
import { blank, resize, stopPresenting } from './presenting';
import { PresentSheet } from './PresentSheet';
import { Spotlight } from './Spotlight';

export interface PresentLayerProps {
  /** Of the stage, as it was laid out. */
  readonly width: number;
  readonly height: number;
  readonly type: number;
}

/** What an audience sees besides the picture, and what the person in front of it presses. */
export function PresentLayer(stage: PresentLayerProps) {
  const presenting = useHighwater((state) => state.presenting);
  const { isBare = false, typed = '', spotlight, blank: colour, says } = presenting ?? {};
  useEndOfShow();
  useSay(says ?? '');
  return (
    <>
      {spotlight && stage.width > 0 && <Spotlight {...stage} />}
      {isBare && <Tools />}
      {typed !== '' && <p className="typedNumber">Event {typed}, then Enter</p>}
      {colour && <Blank colour={colour} />}
    </>
  );
}

/** A show that was begun in full screen ends with it: that is what Escape and its clicker mean. */
function useEndOfShow(): void {
  const store = useHighwaterStore();
  const isStarted = useHighwater((state) => state.presenting?.isStarted);
  useEffect(() => {
    if (!isStarted) return undefined;
    const follow = () => {
      if (!document.fullscreenElement) void stopPresenting(store);
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [store, isStarted]);
}

/** In a bare frame: what else there is for presenting, and the way back to the whole page. */
function Tools() {
  const store = useHighwaterStore();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="presentTools" aria-label="Presenting">
      <Tool icon={Minus} name="Smaller type" hint="-" act={() => resize(store, -1)} />
      <Tool icon={Plus} name="Larger type" hint="+" act={() => resize(store, 1)} />
      <Tool icon={EyeOff} name="Black screen" hint="B" act={() => blank(store, 'black')} />
      <Tool icon={Presentation} name="Present" act={() => setOpen(!isOpen)} />
      <Tool icon={X} name="Stop presenting" act={() => void stopPresenting(store)} />
      <PresentSheet open={isOpen} onOpenChange={setOpen} />
    </section>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly name: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly act: () => void;
}

function Tool({ icon: Icon, name, hint, act }: ToolProps) {
  const title = hint === undefined ? name : `${name} (${hint})`;
  return (
    <button type="button" className="presentTool" aria-label={name} title={title} onClick={act}>
      <Icon size={20} aria-hidden />
    </button>
  );
}

/** Nothing but a colour. It has the focus, so that any key comes to it, and so does a click. */
function Blank({ colour }: { readonly colour: 'black' | 'white' }) {
  const store = useHighwaterStore();
  const goOn = () => {
    blank(store, null);
    focusTheFigure();
  };
  return (
    <button
      type="button"
      // It is all that there is.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className="blankScreen"
      data-colour={colour}
      aria-label={`The screen is ${colour}: bring the picture back`}
      onClick={goOn}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        goOn();
      }}
    />
  );
}
