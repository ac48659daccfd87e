import { useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { type Branch, branchesOf, clusterTimeAt, currentBranch } from '../../timeline/recording';
import { clockText } from '../transport/clockText';
import { useSay } from '../voice/Voiced';

/** All branches of the run, each under the one that it left. */
export function BranchTree() {
  const store = useHighwaterStore();
  const count = useHighwater((state) => state.recording.lines.length);
  const shown = useHighwater((state) => currentBranch(state.recording).id);
  const [said, setSaid] = useState('');
  useSay(said);
  const branches = branchesOf(store.getState().recording);
  const show = (id: number) => {
    const before = now(store.getState());
    store.getState().switchBranch(id);
    const after = now(store.getState());
    const isShort = Math.floor(after) < Math.floor(before);
    setSaid(
      isShort
        ? `Branch ${id} was played up to ${clockText(after)} only: its end is shown.`
        : `Branch ${id} at the same moment, ${clockText(after)}.`,
    );
  };
  return (
    <>
      <h2 className="branchTitle">Branches</h2>
      <Children of={null} branches={branches} shown={shown} onShow={show} />
      <p className="branchHint">
        {said ||
          (count > 1
            ? 'Switching keeps the moment.'
            : 'Go back in the run and act there: that opens a branch, and keeps this one.')}
      </p>
    </>
  );
}

interface ChildrenProps {
  readonly of: number | null;
  readonly branches: readonly Branch[];
  readonly shown: number;
  readonly onShow: (id: number) => void;
}

function Children({ of, ...tree }: ChildrenProps) {
  const { branches, shown, onShow } = tree;
  const children = branches.filter(({ parent }) => parent === of);
  if (children.length === 0) return null;
  return (
    <ul className="branchTree">
      {children.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className="branchRow"
            aria-current={id === shown ? 'true' : undefined}
            onClick={() => onShow(id)}
          >
            {name}
          </button>
          <Children of={id} {...tree} />
        </li>
      ))}
    </ul>
  );
}

function now({
  recording,
  playhead,
}: ReturnType<ReturnType<typeof useHighwaterStore>['getState']>) {
  return clusterTimeAt(recording, playhead);
}
