import { awaitMetadataAnew } from '../broker/lifecycle';
import type { CutLink, HealLink, NetworkCommand } from '../command/network';
import { awaitMetadata } from '../controller/controller';
import { brokerTurn } from '../draft';
import type { Draft } from '../draft';
import { brokerOf } from '../ids';
import { isCut, waysOf } from '../network';
import type { Link } from '../network';

/** Does to the network what a person asks for. */
export function obeyNetwork(draft: Draft, command: NetworkCommand): void {
  switch (command.type) {
    case 'cutLink':
      return cutLink(draft, command);
    case 'healLink':
      return healLink(draft, command);
    case 'healAllLinks':
      return healAllLinks(draft);
    default:
      return command satisfies never;
  }
}

function cutLink(draft: Draft, { from, to, bothWays }: CutLink): void {
  const fresh = waysOf({ from, to, bothWays }).filter((way) => !isCut(draft.network, way));
  draft.network = { ...draft.network, cutLinks: [...draft.network.cutLinks, ...fresh] };
  for (const way of fresh) failMetadataFetch(draft, way);
  draft.wire.events.push({ type: 'linkCut', from, to, bothWays });
}

function healLink(draft: Draft, { from, to, bothWays }: Omit<HealLink, 'type'>): void {
  const healed = waysOf({ from, to, bothWays });
  const isHealed = (way: Link): boolean =>
    healed.some((one) => one.from === way.from && one.to === way.to);
  const cutLinks = draft.network.cutLinks.filter((way) => !isHealed(way));
  draft.network = { ...draft.network, cutLinks };
  draft.wire.events.push({ type: 'linkHealed', from, to, bothWays });
}

function healAllLinks(draft: Draft): void {
  for (const { from, to } of draft.network.cutLinks) {
    if (!isCut(draft.network, { from, to })) continue;
    const bothWays = isCut(draft.network, { from: to, to: from });
    healLink(draft, { from, to, bothWays });
  }
}

// A fetch of metadata is under way all the time, though it waits quietly here (M2): with either way
// cut it fails.
function failMetadataFetch(draft: Draft, { from, to }: Link): void {
  if (from !== 'controller' && to !== 'controller') return;
  const broker = brokerOf(from === 'controller' ? to : from);
  const { waitingFetches } = draft.controller.controller;
  if (broker === null || waitingFetches[broker] === undefined) return;
  awaitMetadata(draft.controller, broker, null);
  awaitMetadataAnew(brokerTurn(draft, broker));
}
