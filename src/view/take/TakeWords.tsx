import { useHighwaterStore } from '../../store/HighwaterContext';
import { copyText } from '../failure/copyText';
import { saveFile } from '../saveFile';
import { useTaking } from './useTaking';
import { transcriptOf } from './words/transcript';

type Form = 'transcript' | 'mermaid';

const FILES: Readonly<Record<Form, string>> = {
  transcript: 'highwater.txt',
  mermaid: 'highwater.mmd',
};

/** What happened in words: to be read, or as a diagram that is written in words. */
export function TakeWords() {
  const store = useHighwaterStore();
  const { says, share, take } = useTaking();
  const wordsOf = async (form: Form): Promise<string> => {
    const { recording, engine } = store.getState();
    if (form === 'transcript') return transcriptOf(recording);
    const { mermaidOf } = await import('./words/mermaid');
    if (!engine) throw new Error('The simulation is still being loaded.');
    return mermaidOf(recording, engine);
  };
  const copy = async (form: Form) =>
    (await copyText(await wordsOf(form))) ? 'Copied.' : 'The browser did not let us. Save it.';
  const save = async (form: Form) => {
    saveFile(FILES[form], await wordsOf(form), 'text/plain');
    return `Saved as ${FILES[form]}.`;
  };
  const row = (form: Form, name: string) => (
    <div className="takeRow">
      <span>{name}</span>
      {(['Copy', 'Save'] as const).map((verb) => (
        <button
          key={verb}
          type="button"
          className="button"
          aria-label={`${verb}: ${name}`}
          disabled={share !== null}
          onClick={() => take(() => (verb === 'Copy' ? copy : save)(form))}
        >
          {verb}
        </button>
      ))}
    </div>
  );
  return (
    <section className="settingsGroup" aria-labelledby="takeWords">
      <h3 id="takeWords">The run in words</h3>
      {row('transcript', 'Transcript')}
      {row('mermaid', 'Mermaid sequence diagram')}
      <p className="takeSays">{says}</p>
    </section>
  );
}
