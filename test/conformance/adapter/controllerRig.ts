import type { ControllerState, MetadataImage } from '../../../src/sim/controller/state';

/** A controller that has decided an image and has nothing to do by the clock. */
export function controllerWith(image: MetadataImage): ControllerState {
  return {
    image,
    lastContactAt: {},
    metadataOffsets: {},
    controlledShutdownOffsets: {},
    waitingFetches: {},
    staleCheckDueAt: null,
    preferredElectionDueAt: Number.MAX_SAFE_INTEGER,
    uncleanElectionDueAt: Number.MAX_SAFE_INTEGER,
    uncleanElections: {},
    sent: {},
    dueAt: null,
  };
}
