import type { ReactElement } from 'react';
import type { ClientId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { clientIdsIn } from '../clientIdsIn';
import { ConsumerMenu } from './ConsumerMenu';
import { ProducerMenu } from './ProducerMenu';

interface ClientMenuProps {
  readonly client: ClientId;
  /** What opens the menu: the title of its card. */
  readonly trigger: ReactElement;
  readonly byKey?: boolean | undefined;
}

/** The menu of a producer or a consumer. */
export function ClientMenu({ client, trigger, byKey }: ClientMenuProps) {
  const { producers, consumers } = useHighwater(worldOf);
  const producer = clientIdsIn(producers).find((id) => id === client);
  if (producer !== undefined)
    return <ProducerMenu producer={producer} trigger={trigger} byKey={byKey} />;
  const consumer = clientIdsIn(consumers).find((id) => id === client);
  if (consumer !== undefined)
    return <ConsumerMenu consumer={consumer} trigger={trigger} byKey={byKey} />;
  return trigger;
}
