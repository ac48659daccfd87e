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
  return (
    <Sheet title="Cluster" open={open} onOpenChange={onOpenChange}>
      <CutLinks />
      <AddBrokerForm />
      <CreateTopicForm />
      <AddClientForm />
    </Sheet>
  );
}
