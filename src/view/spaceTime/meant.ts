import { brokerNode, type NodeId } from '../../sim/ids';
import type { Subject } from '../../share/subject';
import { carries, isAbout } from './concerns';
import type { Line } from './lines';

/** Which lines belong to what was picked; null when nothing parts them. */
export function meantBy(subject: Subject | null): ((line: Line) => boolean) | null {
  switch (subject?.type) {
    case undefined:
    case 'partition':
      return null;
    case 'message':
      return ({ passage }) => passage.flight.id === subject.flightId;
    case 'record':
      return ({ passage }) => carries(passage.flight.message, subject.recordId);
    case 'replica':
      return (line) =>
        touches(line, brokerNode(subject.broker)) &&
        isAbout(line.passage.flight.message, subject.partition);
    case 'broker':
    case 'client':
    case 'controller': {
      const node = nodeOf(subject);
      return (line) => touches(line, node);
    }
    default:
      return subject satisfies never;
  }
}

/** The lane that was picked; null when none was. */
export function laneOf(subject: Subject | null): NodeId | null {
  switch (subject?.type) {
    case 'broker':
    case 'client':
    case 'controller':
      return nodeOf(subject);
    case 'replica':
      return brokerNode(subject.broker);
    default:
      return null;
  }
}

function nodeOf(subject: Extract<Subject, { type: 'broker' | 'client' | 'controller' }>): NodeId {
  if (subject.type === 'broker') return brokerNode(subject.broker);
  return subject.type === 'client' ? subject.client : 'controller';
}

function touches({ passage: { flight } }: Line, node: NodeId): boolean {
  return flight.from === node || flight.to === node;
}
