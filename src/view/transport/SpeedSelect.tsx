import { SPEEDS } from '../../share/speeds';
import { useHighwater } from '../../store/HighwaterContext';

export function SpeedSelect() {
  const speed = useHighwater((state) => state.speed);
  const setSpeed = useHighwater((state) => state.setSpeed);
  return (
    <select
      className="speed"
      aria-label="Speed"
      title="Speed"
      value={speed}
      onChange={(event) => setSpeed(Number(event.target.value))}
    >
      {SPEEDS.map((each) => (
        <option key={each} value={each}>
          {each}×
        </option>
      ))}
    </select>
  );
}
