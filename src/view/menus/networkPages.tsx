import { ArrowLeftRight, ArrowRight, Cable, Unplug } from 'lucide-react';
import { brokerIdsIn, brokerNode, type NodeId } from '../../sim/ids';
import { clientIdsIn } from '../clientIdsIn';
import type { World } from '../../sim/world';
import { nodeName } from '../nodeName';
import { Entry } from './Entry';
import type { MenuPage } from './MenuPopup';
import { PageEntry } from './PageEntry';

/** The pages `network` and `oneWay` of the menu of a node: its links, cut and healed. */
export function networkPages(world: World, node: NodeId): { readonly [name in string]: MenuPage } {
  const others = talkingTo(world, node);
  const name = nodeName(node);
  return {
    network: {
      title: `Network of ${name}`,
      entries: (
        <>
          <HealEntries world={world} node={node} />
          {others.map((other) => (
            <Entry
              key={other}
              icon={Unplug}
              name={`Cut off from ${nodeName(other)}`}
              command={{ type: 'cutLink', from: node, to: other, bothWays: true }}
            />
          ))}
          <PageEntry icon={ArrowRight} name="Cut one way only" page="oneWay" />
        </>
      ),
    },
    oneWay: {
      title: 'Cut one way only',
      from: 'network',
      entries: others.flatMap((other) => [
        <OneWay key={`${other}<`} from={node} to={other} />,
        <OneWay key={`${other}>`} from={other} to={node} />,
      ]),
    },
  };
}

/** What heals a cut of this node, and of all. */
function HealEntries({ world, node }: { readonly world: World; readonly node: NodeId }) {
  const { cutLinks } = world.network;
  if (cutLinks.length === 0) return null;
  const cutFrom = talkingTo(world, node).filter((other) =>
    cutLinks.some(
      ({ from, to }) => (from === node && to === other) || (from === other && to === node),
    ),
  );
  return (
    <>
      {cutFrom.map((other) => (
        <Entry
          key={other}
          icon={Cable}
          name={`Heal the link with ${nodeName(other)}`}
          command={{ type: 'healLink', from: node, to: other, bothWays: true }}
        />
      ))}
      <Entry icon={ArrowLeftRight} name="Heal every cut link" command={{ type: 'healAllLinks' }} />
      <hr className="menuLine" />
    </>
  );
}

function OneWay({ from, to }: { readonly from: NodeId; readonly to: NodeId }) {
  return (
    <Entry
      icon={ArrowRight}
      name={`From ${nodeName(from)} to ${nodeName(to)}`}
      command={{ type: 'cutLink', from, to, bothWays: false }}
    />
  );
}

/** Clients talk to brokers only; brokers to everybody. */
function talkingTo({ brokers, producers, consumers }: World, node: NodeId): readonly NodeId[] {
  const brokerNodes = brokerIdsIn(brokers).map(brokerNode);
  if (!node.startsWith('broker-')) return brokerNodes;
  const others = brokerNodes.filter((other) => other !== node);
  return ['controller', ...others, ...clientIdsIn(producers), ...clientIdsIn(consumers)];
}
