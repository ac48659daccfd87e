import { useHighwater } from '../../store/HighwaterContext';
import { FindRecord } from './FindRecord';
import { Life } from './Life';

/** The record that was picked, and the fields by which another can be. */
export function OneRecord() {
  const selected = useHighwater((state) => state.selected);
  const recordId = selected?.type === 'record' ? selected.recordId : null;
  return (
    <div className="recordsScroll">
      <FindRecord />
      {recordId === null ? (
        <p className="feedEmpty">
          Pick a record: click its cell on the stage, or name its partition and offset here.
        </p>
      ) : (
        <Life key={recordId} recordId={recordId} />
      )}
    </div>
  );
}
