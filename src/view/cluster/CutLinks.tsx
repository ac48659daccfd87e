import { Unplug } from 'lucide-react';
import type { Link } from '../../sim/network';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { nodeName } from '../nodeName';
import { useRefusal } from '../useRefusal';

/** Every way on which messages are lost now, and what heals it. */
export function CutLinks() {
  const cutLinks = useHighwater((state) => worldOf(state).network.cutLinks);
  return (
    <section className="settingsGroup" aria-labelledby="cutLinksTitle">
      <h3 id="cutLinksTitle">Cut links</h3>
      {cutLinks.length === 0 ? (
        <p className="groupSays">
          None. The menu of a broker or a client cuts it off from another node.
        </p>
      ) : (
        <CutLinkList cutLinks={cutLinks} />
      )}
    </section>
  );
}

function CutLinkList({ cutLinks }: { readonly cutLinks: readonly Link[] }) {
  const act = useHighwater((state) => state.act);
  const refusal = useRefusal({ type: 'healAllLinks' });
  return (
    <>
      <ul className="cutLinks">
        {pairsOf(cutLinks).map((pair) => (
          <CutLinkRow key={`${pair.link.from}>${pair.link.to}`} pair={pair} />
        ))}
      </ul>
      <button
        type="button"
        className="button"
        aria-disabled={refusal !== null}
        onClick={() => act({ type: 'healAllLinks' })}
      >
        Heal all
      </button>
    </>
  );
}

interface Pair {
  readonly link: Link;
  /** The way back is cut too. */
  readonly bothWays: boolean;
}

function CutLinkRow({ pair: { link, bothWays } }: { readonly pair: Pair }) {
  const act = useHighwater((state) => state.act);
  const [from, to] = [nodeName(link.from), nodeName(link.to)];
  const name = bothWays ? `${from} and ${to}` : `from ${from} to ${to}`;
  return (
    <li className="cutLink">
      <Unplug size={16} aria-hidden />
      <span>{name}</span>
      <button
        type="button"
        className="button"
        aria-label={`Heal: ${name}`}
        onClick={() => act({ type: 'healLink', ...link, bothWays })}
      >
        Heal
      </button>
    </li>
  );
}

/** Both ways between two nodes are told as one. */
function pairsOf(links: readonly Link[]): readonly Pair[] {
  const isCut = (from: string, to: string) =>
    links.some((link) => link.from === from && link.to === to);
  return links.flatMap((link, at) => {
    const bothWays = isCut(link.to, link.from);
    const isTold = links.findIndex(({ from, to }) => from === link.to && to === link.from) < at;
    return bothWays && isTold ? [] : [{ link, bothWays }];
  });
}
