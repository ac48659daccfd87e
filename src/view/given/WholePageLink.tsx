import { SquareArrowOutUpRight } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';

/** To the same run with all that this page leaves out, in a place of its own. */
export function WholePageLink() {
  const store = useHighwaterStore();
  const href = useHighwater((state) => state.wholePage?.(state));
  if (href === undefined) return null;
  // The address keeps up with the run, and nobody is told.
  const renew = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    const { wholePage } = store.getState();
    currentTarget.href = wholePage?.(store.getState()) ?? href;
  };
  return (
    <a
      className="quietButton wholePage"
      href={href}
      target="_blank"
      rel="noopener"
      onPointerDown={renew}
      onClick={renew}
    >
      <SquareArrowOutUpRight size={16} aria-hidden />
      <span>Open in the full page</span>
    </a>
  );
}
