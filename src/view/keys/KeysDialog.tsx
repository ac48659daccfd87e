import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useFocusBack } from '../useFocusBack';
import { KEY_LIST, type KeyHelp } from './keyList';

interface KeysDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialogOverlay" />
        <Dialog.Content className="dialog" aria-describedby="keysWhere" {...focusBack}>
          <Dialog.Title className="dialogTitle">Keys</Dialog.Title>
          <dl className="keyList">
            {KEY_LIST.map((help) => (
              <KeyRow key={help.does} help={help} />
            ))}
          </dl>
          <p id="keysWhere" className="keysWhere">
            They act while the picture has the focus: click it, or reach it with Tab.
          </p>
          <Dialog.Close className="quietButton dialogClose" aria-label="Close">
            <X size={18} aria-hidden />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function KeyRow({ help }: { readonly help: KeyHelp }) {
  return (
    <div className="keyRow">
      <dt>
        {help.keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{help.does}</dd>
    </div>
  );
}
