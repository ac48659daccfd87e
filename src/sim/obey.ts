import { crash, start } from './broker/lifecycle';
import { produce } from './client/producer';
import { changeAcks, setLoad } from './client/producerSettings';
import type { Command } from './command';
import { setMinInsyncReplicas, setUncleanLeaderElection } from './controller/controller';
import { brokerTurn, producerTurn } from './draft';
import type { Draft } from './draft';
import { refusal } from './refusal';

/** Carries out what a person asks for. What the dry run refuses changes nothing. */
export function obey(draft: Draft, command: Command): void {
  if (refusal(draft.base, command) !== null) return;
  const { topic, partitions } = draft.base.settings;
  switch (command.type) {
    case 'produce':
      produce(producerTurn(draft, command.producer), { name: topic, partitions }, command);
      return;
    case 'crashBroker':
      crash(brokerTurn(draft, command.broker));
      return;
    case 'startBroker':
      start(brokerTurn(draft, command.broker));
      return;
    case 'changeMinInsyncReplicas':
      setMinInsyncReplicas(draft.controller, topic, command.value);
      return;
    case 'changeUncleanLeaderElection':
      setUncleanLeaderElection(draft.controller, topic, command.value);
      return;
    case 'changeAcks':
      changeAcks(producerTurn(draft, command.producer), command.acks);
      return;
    case 'startLoad':
      setLoad(producerTurn(draft, command.producer), command.recordsPerSecond);
      return;
    case 'stopLoad':
      setLoad(producerTurn(draft, command.producer), null);
      return;
    default:
      command satisfies never;
  }
}
