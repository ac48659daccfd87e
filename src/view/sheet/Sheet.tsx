import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react';
import { createPortal } from 'react-dom';
import { useShownDialog } from '../dialog/useShownDialog';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A sheet at the side: the run stays in sight and goes on. */
export function Sheet({ title, open, onOpenChange, children }: SheetProps) {
  if (!open) return null;
  return (
    <OpenSheet title={title} onClose={() => onOpenChange(false)}>
      {children}
    </OpenSheet>
  );
}

interface OpenSheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function OpenSheet({ title, onClose, children }: OpenSheetProps) {
  const ref = useShownDialog('beside', onClose);
  const id = useId();
  useEscape(onClose);
  return createPortal(
    <dialog ref={ref} className="sheet" aria-labelledby={id}>
      <div className="sheetHead">
        <h2 id={id} className="dialogTitle">
          {title}
        </h2>
        <button
          type="button"
          className="quietButton"
          aria-label={`Close ${title.toLowerCase()}`}
          onClick={onClose}
        >
          <X size={18} aria-hidden />
        </button>
      </div>
      <div className="sheetBody">{children}</div>
    </dialog>,
    document.body,
  );
}

/** Wherever the focus is, unless a menu or a dialog in front takes the key for itself. */
function useEscape(onEscape: () => void): void {
  const onKey = useEffectEvent(({ key, defaultPrevented }: KeyboardEvent) => {
    const isTaken = defaultPrevented || document.querySelector('.dialog') !== null;
    if (key === 'Escape' && !isTaken) onEscape();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
