interface DialogActionsProps {
  /** What the dialog is for. */
  readonly deed: string;
  readonly isRefused: boolean;
  /** The id of what says why it is refused. */
  readonly because: string;
  readonly onClose: () => void;
}

/** The end of a form in a dialog: to leave it, or to do it. */
export function DialogActions({ deed, isRefused, because, onClose }: DialogActionsProps) {
  return (
    <div className="dialogActions">
      <button type="button" className="button" onClick={onClose}>
        Leave it
      </button>
      <button
        type="submit"
        className="button primary"
        aria-disabled={isRefused}
        aria-describedby={because}
      >
        {deed}
      </button>
    </div>
  );
}
