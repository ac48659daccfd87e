import type { MessageLost } from '../../sim/event';

/** Why a message reached nobody, in a few words. */
export function deathWords(because: MessageLost['because']): string {
  return DEATHS[because];
}

const DEATHS = {
  receiverDown: 'nobody was there',
  machineOff: 'the machine was off',
  linkCut: 'the link was cut',
  dropped: 'it was dropped',
};
