import { KAFKA } from '../../sim/config';
import { brokerIdsIn } from '../../sim/ids';
import { controllerFacts } from '../../sim/why/differences';
import type { World } from '../../sim/world';
import { Facts } from './Facts';
import { Rows } from './Part';
import { SubjectButton } from './SubjectButton';
import { endingAt, Timers } from './Timers';

/** What the controller decided, whom it waits for, and what it does not know yet. */
export function ControllerView({ world }: { readonly world: World }) {
  const { controller } = world;
  const { image, lastContactAt, metadataOffsets } = controller;
  const session = KAFKA.brokerSessionTimeoutMs;
  return (
    <>
      <Facts
        title="Brokers"
        believes="it decided"
        decided="the process"
        facts={controllerFacts(world)}
      />
      <Timers
        timers={[
          ...brokerIdsIn(lastContactAt).map((broker) => {
            const from = lastContactAt[broker];
            if (from === undefined) return null;
            return endingAt(`session of broker ${broker}`, from + session, session);
          }),
          endingAt(
            'preferred leaders are looked for',
            controller.preferredElectionDueAt,
            KAFKA.leaderImbalanceCheckMs,
          ),
        ]}
      />
      <Rows
        title={`Metadata log, offset ${image.offset}`}
        columns={['broker', 'told last', 'behind by']}
        none="No broker is registered."
        rows={brokerIdsIn(image.brokers).map((broker) => {
          const told = metadataOffsets[broker];
          return [
            <SubjectButton key={broker} subject={{ type: 'broker', broker }}>
              {broker}
            </SubjectButton>,
            told ?? '—',
            told === undefined ? '—' : image.offset - told,
          ];
        })}
      />
    </>
  );
}
