import { ModalDialog } from '../dialog/ModalDialog';
import { KEY_LIST, type KeyHelp } from './keyList';

interface KeysDialogProps {
  readonly onClose: () => void;
}

export function KeysDialog({ onClose }: KeysDialogProps) {
  return (
    <ModalDialog title="Keys" describedBy="keysWhere" onClose={onClose}>
      <dl className="keyList">
        {KEY_LIST.map((help) => (
          <KeyRow key={help.does} help={help} />
        ))}
      </dl>
      <p id="keysWhere" className="keysWhere">
        They act while the picture has the focus: click it, or reach it with Tab.
      </p>
    </ModalDialog>
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
