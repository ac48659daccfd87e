import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { copyText } from './copyText';
import './failure.css';

interface FailureNoticeProps {
  /** What the program said when it failed. */
  readonly message: string;
  /** The run as a text that makes it happen again. */
  readonly scenarioText: () => string;
  readonly onContinue: () => void;
}

export function FailureNotice({ message, scenarioText, onContinue }: FailureNoticeProps) {
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'by hand'>('not yet');
  const copy = async () => {
    setCopied((await copyText(scenarioText())) ? 'copied' : 'by hand');
  };
  return (
    <section className="failure" role="alert" aria-label="Something failed">
      <TriangleAlert className="failureIcon" size={22} aria-hidden />
      <div className="failureText">
        <h2>Highwater tripped over itself. Your run is kept.</h2>
        <p className="failureMessage">{message}</p>
        {copied === 'by hand' && <ScenarioByHand text={scenarioText()} />}
        <div className="failureActions">
          <button type="button" className="button" onClick={() => void copy()}>
            {copied === 'copied' ? 'Copied' : 'Copy the scenario'}
          </button>
          <button type="button" className="button primary" onClick={onContinue}>
            Continue
          </button>
        </div>
      </div>
    </section>
  );
}

/** Where the clipboard is closed to us, the text stands there to be copied by hand. */
function ScenarioByHand({ text }: { readonly text: string }) {
  return (
    <label className="failureByHand">
      The clipboard is closed to this page. Copy it from here:
      <textarea readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
    </label>
  );
}
