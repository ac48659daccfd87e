import { GitBranch } from 'lucide-react';
import { useRef, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { lastStory } from '../../timeline/recording';
import { BranchBox } from './BranchBox';
import { BranchTree } from './BranchTree';
import { Jumps } from './Jumps';
import { useIsSmall } from './useIsSmall';

/** Opens the tree of branches. On a small screen the jumps are there too. */
export function Branches() {
  const [isOpen, setOpen] = useState(false);
  const id = useHighwater((state) => state.recording.line.branch.id);
  const isPlayed = useHighwater((state) => lastStory(state.recording) > 0);
  const isSmall = useIsSmall();
  const opener = useRef<HTMLButtonElement>(null);
  if (!isPlayed) return null;
  const close = (isFocusBack: boolean) => {
    setOpen(false);
    if (isFocusBack) opener.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="branch"
        aria-expanded={isOpen}
        aria-label={`branch ${id}: branches of the run`}
        title="Branches of the run"
        onClick={() => setOpen(!isOpen)}
      >
        <GitBranch size={14} aria-hidden /> branch {id}
      </button>
      {isOpen && (
        <BranchBox opener={opener} onClose={close}>
          {isSmall && <Jumps />}
          <BranchTree />
        </BranchBox>
      )}
    </>
  );
}
