import { useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import type { Subject } from '../../share/subject';
import { Ledger } from './Ledger';
import { OneRecord } from './OneRecord';
import './records.css';

type View = 'ledger' | 'life';

/** What became of everything that was produced, and of one record step by step. */
export function RecordsPanel() {
  const selected = useHighwater((state) => state.selected);
  const [chosen, choose] = useState<{ view: View; whenSelected: Subject | null } | null>(null);
  // Whoever picks a record wants to see that record, whatever was chosen before.
  const isChosen = chosen !== null && chosen.whenSelected === selected;
  const byItself = selected?.type === 'record' ? 'life' : 'ledger';
  const view = isChosen ? chosen.view : byItself;
  const show = (wanted: View) => choose({ view: wanted, whenSelected: selected });
  return (
    <section className="records" aria-labelledby="recordsTitle">
      <div className="feedHead">
        <h2 id="recordsTitle" className="panelTitle">
          Records
        </h2>
        <div className="feedToggles">
          <Choice word="Ledger" isOn={view === 'ledger'} onClick={() => show('ledger')} />
          <Choice word="One record" isOn={view === 'life'} onClick={() => show('life')} />
        </div>
      </div>
      {view === 'ledger' ? <Ledger /> : <OneRecord />}
    </section>
  );
}

interface ChoiceProps {
  readonly word: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function Choice({ word, isOn, onClick }: ChoiceProps) {
  return (
    <button type="button" className="feedToggle" aria-pressed={isOn} onClick={onClick}>
      {word}
    </button>
  );
}
