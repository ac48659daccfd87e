import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { isPressIn } from '../inShadow';

interface BranchBoxProps {
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: (isFocusBack: boolean) => void;
  readonly children: ReactNode;
}

/** Stands over the transport until Escape, or a press beside it. */
export function BranchBox({ opener, onClose, children }: BranchBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const onPress = (event: Event) => {
      if (!isPressIn(event, box.current, opener.current)) close(false);
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, [opener]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onClose(true);
    else if (by !== undefined && event.target instanceof HTMLButtonElement) walk(event, by);
  };
  return (
    // The keys of what is inside bubble up to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={box} className="branchBox" aria-label="Branches of the run" onKeyDown={onKeyDown}>
      {children}
    </section>
  );
}

function walk(event: KeyboardEvent<HTMLElement>, by: number): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  buttons.at((at + by) % buttons.length)?.focus();
  event.preventDefault();
}
