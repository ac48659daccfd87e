import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusFigure } from '../focusFigure';

interface MenuDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What an entry of a menu asks before it is done. */
export function MenuDialog({ title, onClose, children }: MenuDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialogOverlay" />
        <Dialog.Content
          className="dialog"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            // The entry that opened it is gone.
            event.preventDefault();
            const figure = document.querySelector('main');
            if (figure) focusFigure(figure);
          }}
        >
          <Dialog.Title className="dialogTitle">{title}</Dialog.Title>
          {children}
          <Dialog.Close className="quietButton dialogClose" aria-label="Close">
            <X size={18} aria-hidden />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
