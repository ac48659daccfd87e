import { type ReactNode, useId, useRef, useState } from 'react';
import type { TermWords } from '../../lessons/words/words';
import { Crown } from '../glyphs/Crown';
import { FetchRing } from '../glyphs/FetchRing';
import { HighWatermarkFlag } from '../glyphs/HighWatermarkFlag';
import { StandingGlyph } from '../glyphs/StandingGlyph';
import { menuPlace } from '../menus/menuPlace';
import { rectOnScreen } from '../rectOnScreen';
import './glossary.css';

interface TermProps {
  readonly id: string;
  readonly words: TermWords;
  readonly children: ReactNode;
}

/** A word of the glossary: it wears its sign, and says what it means when it is pointed at. */
export function Term({ id, words, children }: TermProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const tip = useId();
  const open = () => setOpen(true);
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        data-term={id}
        aria-describedby={tip}
        onPointerEnter={open}
        onPointerLeave={close}
        onFocus={open}
        onBlur={close}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      >
        <TermGlyph id={id} />
        {children}
      </button>
      {/* It describes the word, and is no part of the sentence for those who listen. */}
      <span hidden id={tip}>
        {words.means}
      </span>
      {isOpen && (
        <span
          popover="manual"
          className="termTip"
          aria-hidden
          ref={(at) => showBy(at, button.current)}
        >
          <b>{words.word}</b> {words.means}
        </span>
      )}
    </>
  );
}

/** The same signs as on the stage. */
function TermGlyph({ id }: { readonly id: string }) {
  switch (id) {
    case 'leader':
      return <Crown size={13} />;
    case 'follower':
    case 'inSync':
      return <StandingGlyph shape="inSync" size={13} />;
    case 'highWatermark':
      return <HighWatermarkFlag size={13} />;
    case 'fetch':
      return <FetchRing size={13} />;
    default:
      return null;
  }
}

function showBy(tip: HTMLElement | null, button: HTMLElement | null): void {
  if (!tip || !button || !('showPopover' in tip)) return;
  tip.showPopover();
  const screen = { width: window.innerWidth, height: window.innerHeight };
  const { left, top, bottom } = menuPlace(
    rectOnScreen(button),
    tip.getBoundingClientRect(),
    screen,
  );
  tip.style.left = `${left}px`;
  tip.style.top = top === null ? 'auto' : `${top}px`;
  tip.style.bottom = bottom === null ? 'auto' : `${bottom}px`;
}
