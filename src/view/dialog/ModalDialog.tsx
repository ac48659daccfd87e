import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useSurroundings } from '../surroundings';
import { useShownDialog } from './useShownDialog';

interface ModalDialogProps {
  readonly title: string;
  /** The id of what describes it. */
  readonly describedBy?: string;
  readonly onClose: () => void;
  /** Where the focus goes when what had it is gone. */
  readonly focusAfter?: () => void;
  readonly children: ReactNode;
}

/** A dialog in front of everything: by Escape, its cross or a click beside it, it goes. */
export function ModalDialog(props: ModalDialogProps) {
  const { title, describedBy, onClose, focusAfter, children } = props;
  const ref = useShownDialog('in front', onClose, focusAfter);
  const beside = useClickBeside(onClose);
  const id = useId();
  const { home } = useSurroundings();
  return createPortal(
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={id}
      aria-describedby={describedBy}
      {...beside}
    >
      <div className="dialogBody">
        <h2 id={id} className="dialogTitle">
          {title}
        </h2>
        {children}
        <button
          type="button"
          className="quietButton dialogClose"
          aria-label="Close"
          onClick={onClose}
        >
          <X size={18} aria-hidden />
        </button>
      </div>
    </dialog>,
    home,
  );
}

/** A press that began in a field and ends beside the dialog is none beside it. */
function useClickBeside(onClick: () => void) {
  const began = useRef(false);
  return {
    onPointerDown: (event: MouseEvent<HTMLElement>) => {
      began.current = isBeside(event);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (began.current && isBeside(event)) onClick();
    },
  };
}

/** What is behind a modal dialog counts as the dialog itself, which its body fills. */
function isBeside({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  return target === currentTarget;
}
