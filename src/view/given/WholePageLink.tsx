import { SquareArrowOutUpRight } from 'lucide-react';
import { useHighwater } from '../../store/HighwaterContext';

/** To the same run with all that this page leaves out, in a place of its own. */
export function WholePageLink() {
  const href = useHighwater((state) => state.wholePage?.(state));
  if (href === undefined) return null;
  return (
    <a className="quietButton wholePage" href={href} target="_blank" rel="noopener">
      <SquareArrowOutUpRight size={16} aria-hidden />
      <span>Open in the full page</span>
    </a>
  );
}
