import { useId } from 'react';
import { flushSync } from 'react-dom';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { scenarioOf } from '../../timeline/recording';
import { focusTheFigure } from '../focusFigure';
import { saveFile } from '../saveFile';

interface FileSectionProps {
  /** A run was opened: it is to be looked at. */
  readonly onOpened: () => void;
}

/** The run as a file, to be kept and opened again. */
export function FileSection({ onOpened }: FileSectionProps) {
  const store = useHighwaterStore();
  const openFile = useHighwater((state) => state.openFile);
  const id = useId();
  const save = () => {
    const scenario = scenarioOf(store.getState().recording);
    saveFile('highwater.json', JSON.stringify(scenario, null, 2), 'application/json');
  };
  const open = async (file: File) => {
    if (!(await openFile?.(file))) return;
    // At once, or the sheet would give the focus back after the figure has it.
    flushSync(onOpened);
    focusTheFigure();
  };
  return (
    <section className="settingsGroup" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>Scenario file</h3>
      <p className="shareNote">
        Settings, seed and every command: the whole run, however long. Drop one anywhere on the page
        to open it. A picture that was saved here opens its run too.
      </p>
      <div className="shareRow">
        <button type="button" className="button" onClick={save}>
          Save the file
        </button>
        <label className="button shareFile" htmlFor={id}>
          Open a file
          <input
            id={id}
            type="file"
            className="visuallyHidden"
            accept=".json,.png,.svg,.gif"
            disabled={openFile === null}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void open(file);
              // So that the same file can be chosen again.
              target.value = '';
            }}
          />
        </label>
      </div>
    </section>
  );
}
