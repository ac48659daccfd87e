import { TriangleAlert } from 'lucide-react';
import './later.css';

interface NotShownProps {
  /** Begins a sentence: `The settings`. */
  readonly what: string;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** A part of the page could not be had. Nothing else is lost by it. */
export function NotShown({ what, onRetry, onClose }: NotShownProps) {
  return (
    // On the top layer: a menu's place on the stage would hold it in.
    <div ref={onTop} popover="manual" className="notShown" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <p>{what} could not be loaded. Check the connection; your run goes on.</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
      <button type="button" className="quietButton" onClick={onClose}>
        Leave it
      </button>
    </div>
  );
}

function onTop(notice: HTMLElement | null): void {
  if (notice && 'showPopover' in notice) notice.showPopover();
}
