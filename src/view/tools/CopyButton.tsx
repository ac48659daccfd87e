import { useState } from 'react';
import { copyText } from '../failure/copyText';
import { useSay } from '../voice/Voiced';

interface CopyButtonProps {
  /** What the text is, for those who do not see it. */
  readonly what: string;
  readonly text: string;
}

/** Copies a text, and says whether it has. When the text is another one, it has not been copied. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const [tried, setTried] = useState({ text: '', says: '' });
  const copy = async () => {
    setTried({ text, says: (await copyText(text)) ? 'Copied' : 'Select it and copy by hand' });
  };
  const says = tried.text === text ? tried.says : '';
  useSay(says);
  return (
    <div className="toolCopy">
      <p>{says}</p>
      <button
        type="button"
        className="feedToggle"
        aria-label={`Copy: ${what}`}
        onClick={() => void copy()}
      >
        Copy
      </button>
    </div>
  );
}
