import { type ReactNode, useId, useState } from 'react';
import { copyText } from '../failure/copyText';
import { useSay } from '../voice/Voiced';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  /** What is to be known of it. */
  readonly children?: ReactNode;
}

/** A text to be copied: by its button, or by hand. When it is another one it is not copied yet. */
export function CopyField({ label, text, rows, children }: CopyFieldProps) {
  const id = useId();
  const [tried, setTried] = useState({ text: '', says: '' });
  const says = tried.text === text ? tried.says : '';
  const word = says === 'Copied' ? says : 'Copy';
  useSay(says, false, tried);
  const copy = async () => {
    setTried({ text, says: (await copyText(text)) ? 'Copied' : 'Copy it by hand from the field.' });
  };
  return (
    <div className="copyField">
      <label className="visuallyHidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <div className="shareRow">
        <span className="shareNote">{says === '' || says === 'Copied' ? children : says}</span>
        <button
          type="button"
          className="button primary"
          aria-label={`${word}: ${label}`}
          onClick={() => void copy()}
        >
          {word}
        </button>
      </div>
    </div>
  );
}
