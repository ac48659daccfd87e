import { Sheet } from '../sheet/Sheet';

interface PresentSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What a person in front of an audience needs. */
export function PresentSheet({ open, onOpenChange }: PresentSheetProps) {
  return (
    <Sheet title="Present" open={open} onOpenChange={onOpenChange}>
      <button
        type="button"
        className="quietButton"
        onClick={() => void document.documentElement.requestFullscreen()}
      >
        Full screen
      </button>
    </Sheet>
  );
}
