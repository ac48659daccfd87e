import type { MenuProps } from './LoadedMenu';
import { BrokerMenu } from './BrokerMenu';
import { ClientMenu } from './ClientMenu';
import { PartitionMenu } from './PartitionMenu';

/** The menu of whatever was clicked. All of them come in one piece. */
export function SubjectMenu({ subject, trigger, byKey }: MenuProps) {
  switch (subject.type) {
    case 'broker':
      return <BrokerMenu broker={subject.broker} trigger={trigger} byKey={byKey} />;
    case 'partition':
      return <PartitionMenu partition={subject.partition} trigger={trigger} byKey={byKey} />;
    case 'client':
      return <ClientMenu client={subject.client} trigger={trigger} byKey={byKey} />;
    default:
      return subject satisfies never;
  }
}
