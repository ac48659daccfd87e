import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { pageProblems, settingsProblems, type SettingsProblem } from '../../sim/settingsProblems';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { useSay } from '../voice/Voiced';
import { ConsumerFields, ProducerFields } from './ClientFields';
import { notesFor } from './fieldNotes';
import { LatencyFields } from './LatencyFields';
import { PresetButtons } from './PresetButtons';
import { RackFields } from './RackFields';
import { type SettingsDraft, settingsFrom } from './settingsDraft';
import { SizeFields } from './SizeFields';
import { TopicFields } from './TopicFields';
import { typedProblems } from './typedProblems';

interface NewClusterFormProps {
  readonly draft: SettingsDraft;
  readonly onDraft: (draft: SettingsDraft) => void;
  readonly onStarted: () => void;
}

/** What a cluster is made with. The present run goes on until the new one stands. */
export function NewClusterForm({ draft, onDraft, onStarted }: NewClusterFormProps) {
  const store = useHighwaterStore();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<readonly SettingsProblem[]>([]);
  const settings = settingsFrom(draft, useHighwater(worldOf));
  const notesOn = notesFor(problems, settings);
  useEffect(() => {
    if (problems.length === 0) return;
    const first = form.current?.querySelector<HTMLInputElement>('input[aria-invalid="true"]');
    first?.focus();
  }, [problems]);
  const change = (changed: Partial<SettingsDraft>) => {
    setProblems([]);
    onDraft({ ...draft, ...changed });
  };
  const start = (event: SubmitEvent) => {
    event.preventDefault();
    const onPage = [...typedProblems(draft), ...pageProblems(settings)];
    const found = onPage.length > 0 ? onPage : settingsProblems(settings);
    setProblems(found);
    if (found.length > 0) return;
    store.getState().newCluster(settings);
    onStarted();
  };
  return (
    <form
      ref={form}
      className="settingsGroup"
      aria-labelledby="newClusterTitle"
      onSubmit={start}
      noValidate
    >
      <h3 id="newClusterTitle">A new cluster</h3>
      <PresetButtons
        draft={draft}
        onChoose={(filled) => {
          setProblems([]);
          onDraft(filled);
        }}
      />
      <SizeFields draft={draft} notesOn={notesOn} onChange={change} />
      <TopicFields draft={draft} settings={settings} notesOn={notesOn} onChange={change} />
      <ProducerFields draft={draft} settings={settings} notesOn={notesOn} onChange={change} />
      <ConsumerFields draft={draft} notesOn={notesOn} onChange={change} />
      <RackFields draft={draft} brokers={settings.brokers} notesOn={notesOn} onChange={change} />
      <LatencyFields draft={draft} notesOn={notesOn} onChange={change} />
      <Start hasProblems={problems.length > 0} />
    </form>
  );
}

function Start({ hasProblems }: { readonly hasProblems: boolean }) {
  const refusal = 'Kafka refuses this; see above. Your run goes on as it was.';
  useSay(hasProblems ? refusal : '');
  return (
    <div className="settingsStart">
      <button type="submit" className="button primary">
        Start a new cluster
      </button>
      <p>{hasProblems ? refusal : 'This run ends; the new one begins at its first moment.'}</p>
    </div>
  );
}
