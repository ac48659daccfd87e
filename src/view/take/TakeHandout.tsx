import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { useTaking } from './useTaking';

/** The lesson that is taken, or the run that is shown, on paper. */
export function TakeHandout() {
  const store = useHighwaterStore();
  const isTaught = useHighwater((state) => state.lesson !== null);
  const { says, share, take } = useTaking();
  const print = async () => {
    const { printHandout } = await import('./print/printHandout');
    await printHandout(store.getState());
    return '';
  };
  return (
    <section className="settingsGroup" aria-labelledby="takeHandout">
      <h3 id="takeHandout">On paper</h3>
      <p className="takeSays">
        {isTaught
          ? 'The lesson with a picture of each step, room to answer, and the answers at the end.'
          : 'A picture of this moment, and all that was told.'}
      </p>
      <div className="groupActions">
        <button
          type="button"
          className="button"
          disabled={share !== null}
          onClick={() => take(print)}
        >
          {isTaught ? 'Print the lesson' : 'Print the run'}
        </button>
      </div>
      <p className="takeSays">{says}</p>
    </section>
  );
}
