import type { NetworkCommand } from '../command/network';
import { brokerOf } from '../ids';
import type { NodeId } from '../ids';
import { isConsumer, isProducer } from '../draft';
import { isCut, waysOf } from '../network';
import type { World } from '../world';
import { refuse } from './refuse';
import type { Refusal } from './refuse';

/** Why something done to the network would change nothing. */
export function refuseNetwork(world: World, command: NetworkCommand): Refusal | null {
  const { network } = world;
  if (command.type === 'healAllLinks') {
    return network.cutLinks.length === 0 ? refuse('No link is cut.') : null;
  }
  const { from, to } = command;
  const stranger = [from, to].find((node) => !exists(world, node));
  if (stranger !== undefined) return refuseStranger(stranger);
  if (from === to) return refuse('A link has two ends.');
  const cut = waysOf(command).filter((way) => isCut(network, way)).length;
  switch (command.type) {
    case 'cutLink':
      return cut === waysOf(command).length ? refuse('It is cut already.') : null;
    case 'healLink':
      return cut === 0 ? refuse('It is not cut.') : null;
    default:
      return command satisfies never;
  }
}

function exists(world: World, node: NodeId): boolean {
  if (node === 'controller') return true;
  const broker = brokerOf(node);
  if (broker !== null) return world.brokers[broker] !== undefined;
  if (isProducer(node)) return world.producers[node] !== undefined;
  return isConsumer(node) && world.consumers[node] !== undefined;
}

function refuseStranger(node: NodeId): Refusal {
  const broker = brokerOf(node);
  if (broker === null) return refuse(`There is no ${node}.`);
  return refuse(`There is no broker ${broker}.`, 'BROKER_ID_NOT_REGISTERED');
}
