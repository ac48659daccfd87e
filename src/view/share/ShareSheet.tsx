import { Later } from '../later/Later';
import { Sheet } from '../sheet/Sheet';
import { EmbedSection } from './EmbedSection';
import { FileSection } from './FileSection';
import { LinkSection } from './LinkSection';
import { siteAt } from './site';

const loadTakeAway = async () => (await import('../take/TakeAway')).TakeAway;

interface ShareSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What can be taken away from this run, or handed on. */
export function ShareSheet({ open, onOpenChange }: ShareSheetProps) {
  const site = siteAt(document.baseURI);
  const close = () => onOpenChange(false);
  return (
    <Sheet title="Share" open={open} onOpenChange={onOpenChange}>
      <LinkSection site={site} />
      <EmbedSection site={site} />
      <FileSection onOpened={close} />
      <Later what="What can be taken away" load={loadTakeAway} onLeave={close}>
        {(TakeAway) => <TakeAway />}
      </Later>
    </Sheet>
  );
}
