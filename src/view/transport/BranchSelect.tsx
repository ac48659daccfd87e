import { useHighwater } from '../../store/HighwaterContext';
import { branchesOf, currentBranch } from '../../timeline/recording';

/** Acting in the past keeps what was: here one goes back to it. Shown once there is a choice. */
export function BranchSelect() {
  const recording = useHighwater((state) => state.recording);
  const switchBranch = useHighwater((state) => state.switchBranch);
  const branches = branchesOf(recording);
  if (branches.length < 2) return null;
  return (
    <select
      className="branch"
      aria-label="Branch of the run"
      title="Acting in the past opened a branch: what was before is kept"
      value={currentBranch(recording).id}
      onChange={(event) => switchBranch(Number(event.target.value))}
    >
      {branches.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
