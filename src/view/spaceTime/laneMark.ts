import type { Event } from '../../sim/event';
import { brokerNode, type NodeId } from '../../sim/ids';
import { nodeName } from '../nodeName';
import { markOf, type MarkTone } from '../transport/markOf';

/** How an event stands on the lane of a node. */
export interface LaneMark {
  readonly node: NodeId;
  /** A decision of the controller, a high watermark, records in a log, anything else. */
  readonly glyph: 'ring' | 'bar' | 'square' | 'diamond';
  /** Empty for what the lines say already. */
  readonly text: string;
  readonly weight: number;
  readonly tone: MarkTone;
}

/** The mark of an event; null for what is drawn in other ways or not at all. */
export function laneMarkOf(event: Event): LaneMark | null {
  switch (event.type) {
    case 'recordsAppended':
    case 'recordsReplicated':
      return marked(brokerNode(event.broker), 'square', '', 0, 'partition');
    case 'highWatermarkAdvanced':
      return marked(brokerNode(event.broker), 'bar', `HW ${event.to}`, 6, 'plain');
    case 'leaderElected': {
      const { leader, inSync } = event;
      const text = `elects broker ${leader}, ISR ${inSync.join(',') || 'empty'}`;
      return decided(text, 10, markOf(event)?.tone ?? 'plain');
    }
    case 'partitionWentOffline':
      return decided('no leader', 10, 'failure');
    case 'brokerFenced':
      return event.because === 'silent'
        ? decided(`session of broker ${event.broker} expires`, 10.5, 'failure')
        : decided(`fences broker ${event.broker}`, 9, 'plain');
    case 'brokerUnfenced':
      return decided(`unfences broker ${event.broker}`, 6, 'plain');
    case 'brokerRegistered':
      return decided(`registers broker ${event.broker}`, 5, 'plain');
    case 'inSyncReplicasChanged':
      return decided(`ISR ${event.to.join(',') || 'empty'}`, 7, 'plain');
    case 'logTruncated':
      return marked(brokerNode(event.broker), 'diamond', `truncates to ${event.to}`, 9, 'failure');
    case 'linkCut':
    case 'linkHealed': {
      const text = `link to ${nodeName(event.to)} ${event.type === 'linkCut' ? 'cut' : 'healed'}`;
      const tone = event.type === 'linkCut' ? 'failure' : 'plain';
      return marked(event.from, 'diamond', text, 9, tone);
    }
    case 'recordProduced':
    case 'recordsAcknowledged':
    case 'brokerCrashed':
    case 'powerLost':
    case 'instanceLost':
    case 'disksReplaced':
    case 'brokerPaused':
    case 'brokerResumed':
    case 'brokerStarted':
    case 'shutdownBegan':
    case 'brokerStopped':
      // Tiles and spans say it.
      return null;
    default:
      return otherMarkOf(event);
  }
}

function otherMarkOf(event: Event): LaneMark | null {
  const mark = markOf(event);
  return mark && marked(nodeOf(event), 'diamond', mark.text, mark.weight, mark.tone);
}

/** Whom an event is about first. */
export function nodeOf(event: Event): NodeId {
  if ('broker' in event) return brokerNode(event.broker);
  if ('producer' in event) return event.producer;
  if ('consumer' in event) return event.consumer;
  if ('client' in event) return event.client;
  // What is done to a message on its way.
  if ('flightId' in event) return event.from;
  return 'leader' in event ? brokerNode(event.leader) : 'controller';
}

function decided(text: string, weight: number, tone: MarkTone): LaneMark {
  return marked('controller', 'ring', text, weight, tone);
}

function marked(
  node: NodeId,
  glyph: LaneMark['glyph'],
  text: string,
  weight: number,
  tone: MarkTone,
): LaneMark {
  return { node, glyph, text, weight, tone };
}
