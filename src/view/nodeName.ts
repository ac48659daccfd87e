import type { NodeId } from '../sim/ids';

/** What a node is called in a sentence: `the controller`, `broker 2`, `producer 1`. */
export function nodeName(node: NodeId): string {
  return node === 'controller' ? 'the controller' : node.replace('-', ' ');
}
