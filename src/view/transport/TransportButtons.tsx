import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useHighwater } from '../../store/HighwaterContext';
import { isAtSettledEnd } from '../../store/selectors';
import { lastStory } from '../../timeline/recording';

export function TransportButtons() {
  const atStart = useHighwater((state) => state.playhead <= 0);
  const atEnd = useHighwater((state) => state.playhead >= lastStory(state.recording));
  const done = useHighwater(isAtSettledEnd);
  const toStart = useHighwater((state) => state.toStart);
  const toEnd = useHighwater((state) => state.toEnd);
  const stepBack = useHighwater((state) => state.stepBack);
  const stepForward = useHighwater((state) => state.stepForward);
  return (
    <div className="transportButtons">
      <Button icon={SkipBack} name="To the beginning" hint="Home" off={atStart} act={toStart} />
      <Button icon={StepBack} name="Event before" hint="←" off={atStart} act={stepBack} />
      <PlayButton />
      <Button icon={StepForward} name="Next event" hint="→" off={done} act={stepForward} />
      <Button icon={SkipForward} name="To the end" hint="End" off={atEnd} act={toEnd} />
    </div>
  );
}

interface ButtonProps {
  readonly icon: LucideIcon;
  readonly name: string;
  /** The key that does the same. */
  readonly hint: string;
  readonly off: boolean;
  readonly act: () => void;
}

/** Off buttons stay focusable: a disabled one would swallow the keys of whoever just pressed it. */
function Button({ icon: Icon, name, hint, off, act }: ButtonProps) {
  return (
    <button
      type="button"
      className="transportButton"
      aria-label={name}
      aria-disabled={off}
      title={`${name} (${hint})`}
      onClick={off ? undefined : act}
    >
      <Icon size={22} fill="currentColor" aria-hidden />
    </button>
  );
}

function PlayButton() {
  const playing = useHighwater((state) => state.playing);
  const togglePlay = useHighwater((state) => state.togglePlay);
  const Icon = playing ? Pause : Play;
  const name = playing ? 'Pause' : 'Play';
  return (
    <button
      type="button"
      className="playButton"
      aria-label={name}
      title={`${name} (Space)`}
      onClick={togglePlay}
    >
      <Icon size={26} fill="currentColor" strokeWidth={1.5} aria-hidden />
    </button>
  );
}
