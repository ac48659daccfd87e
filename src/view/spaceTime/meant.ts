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
      const node = laneOf(subject);
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
    case 'replica':
      return brokerNode(subject.broker);
    case 'client':
      return subject.client;
    case 'controller':
      return 'controller';
    default:
      return null;
  }
}

function touches({ passage: { flight } }: Line, node: NodeId | null): boolean {
  return flight.from === node || flight.to === node;
}
