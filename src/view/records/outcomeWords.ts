import {
  CheckCheck,
  CopyPlus,
  FileCheck,
  FileX,
  Hourglass,
  type LucideIcon,
  OctagonX,
  Unlink,
} from 'lucide-react';
import type { LedgerEntry, Outcome } from '../../sim/outcomes';
import type { Loss } from '../../timeline/life/losses';

interface OutcomeLook {
  readonly word: string;
  readonly icon: LucideIcon;
}

/** What each outcome is called, and its sign. */
export const OUTCOME_LOOKS: Readonly<Record<Outcome, OutcomeLook>> = {
  safe: { word: 'acknowledged and safe', icon: CheckCheck },
  lost: { word: 'acknowledged, then lost', icon: OctagonX },
  refused: { word: 'refused, not written', icon: FileX },
  written: { word: 'failed for the producer but in the log', icon: FileCheck },
  gone: { word: 'never confirmed and gone', icon: Unlink },
  twice: { word: 'written twice', icon: CopyPlus },
  underWay: { word: 'still under way', icon: Hourglass },
};

/** What more there is to say of a record's outcome; empty when the outcome says it all. */
export function outcomeNote({ outcome, told, acks }: LedgerEntry, loss: Loss | null): string {
  const toldSo = told === 'acknowledged' ? told : `the producer was told ${told}`;
  switch (outcome) {
    case 'safe':
      return acks === 0 ? `${UNCONFIRMED}, and safe all the same` : '';
    case 'lost':
      if (loss !== null) return permission(loss);
      return acks === 0 ? `${UNCONFIRMED}, and no leader has it` : '';
    case 'underWay':
      if (told === 'nothing') return '';
      if (told === 'acknowledged') {
        const promised = acks === 0 ? UNCONFIRMED : told;
        return `${promised}, and at risk: not yet on every replica that may lead`;
      }
      return `${toldSo}, but a request with it may still be read`;
    case 'refused':
    case 'written':
    case 'gone':
      return toldSo;
    case 'twice':
      return told === 'nothing' ? 'the producer waits for an answer' : toldSo;
    default:
      return outcome satisfies never;
  }
}

const UNCONFIRMED = 'with acks=0 nobody confirmed it';

function permission({ broken }: Loss): string {
  switch (broken.by) {
    case 'acks':
      return `Permitted by acks=${broken.acks}`;
    case 'uncleanElection':
      return 'Permitted by an unclean leader election';
    case 'dataLoss':
      return 'Permitted by the loss of every copy that could go on: nobody waits for a flush';
    default:
      return broken.by satisfies never;
  }
}
