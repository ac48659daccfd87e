import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusBack } from '../useFocusBack';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A sheet at the side: the run stays in sight and goes on. */
export function Sheet({ title, open, onOpenChange, children }: SheetProps) {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Content
          className="sheet"
          aria-describedby={undefined}
          {...focusBack}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <div className="sheetHead">
            <Dialog.Title className="dialogTitle">{title}</Dialog.Title>
            <Dialog.Close className="quietButton" aria-label={`Close ${title.toLowerCase()}`}>
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="sheetBody">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
