import type { ReactNode } from 'react';
import { ModalDialog } from '../dialog/ModalDialog';
import { focusTheFigure } from '../focusFigure';
import { useSurroundings } from '../surroundings';

interface MenuDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What an entry of a menu asks before it is done. The entry itself is gone by then. */
export function MenuDialog({ title, onClose, children }: MenuDialogProps) {
  const { home } = useSurroundings();
  return (
    <ModalDialog title={title} onClose={onClose} focusAfter={() => focusTheFigure(home)}>
      {children}
    </ModalDialog>
  );
}
