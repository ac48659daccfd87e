import { HandoutHead } from './HandoutHead';
import { Picture } from './Picture';

interface RunHandoutProps {
  readonly picture: string;
  /** What had just happened at the moment of the picture. */
  readonly says: string;
  readonly clock: string;
  readonly transcript: string;
  /** Where the run is opened again; null where nobody else can reach it. */
  readonly address: string | null;
}

/** More is for a file, not for paper. */
const LINES_MAX = 240;

/** A run on paper: the moment that is shown, and all that was told. */
export function RunHandout({ picture, says, clock, transcript, address }: RunHandoutProps) {
  const [first = '', , ...lines] = transcript.trimEnd().split('\n');
  // A line that is indented belongs to the one above it.
  const from = lines.findIndex(
    (line, nth) => nth >= lines.length - LINES_MAX && !/^ {12}/.test(line),
  );
  const isCut = from > 0;
  return (
    <>
      <HandoutHead
        title="A run of Kafka replication"
        about={first}
        reopen="Open this run again:"
        address={address}
      />
      <section className="handoutStep">
        <h2>At {clock}</h2>
        <Picture svg={picture} />
        <p>{says}</p>
      </section>
      <section className="handoutTold">
        <h2>What was told</h2>
        {isCut && <p>The beginning is left out. The transcript has it.</p>}
        <pre>{lines.slice(from).join('\n')}</pre>
      </section>
    </>
  );
}
