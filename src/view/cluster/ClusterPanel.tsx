import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { ScenesShown } from '../settings/ScenesShown';
import { Sheet } from '../sheet/Sheet';
import { AddBrokerForm } from './AddBrokerForm';
import { AddClientForm } from './AddClientForm';
import { CreateTopicForm } from './CreateTopicForm';
import { CutLinks } from './CutLinks';

interface ClusterPanelProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What can be added to the cluster while it runs, and which of its links are cut. */
export function ClusterPanel({ open, onOpenChange }: ClusterPanelProps) {
  // What is wrong comes first.
  const isCut = useHighwater((state) => worldOf(state).network.cutLinks.length > 0);
  return (
    <Sheet title="Cluster" open={open} onOpenChange={onOpenChange}>
      {isCut && <CutLinks />}
      <AddBrokerForm />
      <ScenesShown onShown={() => onOpenChange(false)}>
        <CreateTopicForm />
      </ScenesShown>
      <AddClientForm />
      {!isCut && <CutLinks />}
    </Sheet>
  );
}
