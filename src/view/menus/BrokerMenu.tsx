import { BatteryWarning, CloudOff, HardDrive, LogOut, Pause, Power, Trash2 } from 'lucide-react';
import { Network, Zap } from 'lucide-react';
import type { ReactElement } from 'react';
import { type BrokerId, brokerNode } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { diskPage } from './diskPage';
import { Entry } from './Entry';
import { InspectEntry } from './InspectEntry';
import { MenuShell } from './MenuShell';
import { networkPages } from './networkPages';
import { PageEntry } from './PageEntry';
import { SpotlightEntry } from './SpotlightEntry';

interface BrokerMenuProps {
  readonly broker: BrokerId;
  /** What opens the menu: the broker's header on the stage. */
  readonly trigger: ReactElement;
  readonly byKey?: boolean | undefined;
}

/** What can befall a broker, and what puts it right again. */
export function BrokerMenu({ broker, trigger, byKey }: BrokerMenuProps) {
  const world = useHighwater(worldOf);
  const state = world.brokers[broker];
  const isDown = state?.lifecycle === 'NOT_RUNNING';
  const pages = {
    ...networkPages(world, brokerNode(broker)),
    disks: diskPage(broker, state?.logDirectories ?? []),
    pause: { title: `Pause broker ${broker}`, entries: <PauseEntries broker={broker} /> },
  };
  return (
    <MenuShell title={`Broker ${broker}`} trigger={trigger} byKey={byKey} pages={pages}>
      {isDown ? (
        <DownEntries broker={broker} isGone={state.machine === 'gone'} />
      ) : (
        <UpEntries broker={broker} />
      )}
      <Entry
        icon={BatteryWarning}
        name="Cut power"
        says="what was only in its page cache is gone"
        command={{ type: 'cutPower', broker }}
      />
      {!isDown && (
        <PageEntry
          icon={Pause}
          name="Pause"
          says="stands still, as in a long collection"
          page="pause"
        />
      )}
      <PageEntry icon={HardDrive} name="Disks" says="slow, failing or replaced" page="disks" />
      <PageEntry
        icon={Network}
        name="Network"
        says="cut off from another node, heal"
        page="network"
      />
      <Entry
        icon={CloudOff}
        name="Lose the instance"
        says="its machine and its disks are gone"
        command={{ type: 'loseInstance', broker }}
      />
      <SpotlightEntry on={{ type: 'broker', broker }} />
      <InspectEntry subject={{ type: 'broker', broker }} />
    </MenuShell>
  );
}

function UpEntries({ broker }: { readonly broker: BrokerId }) {
  return (
    <>
      <Entry
        icon={Zap}
        name="Crash"
        says="kill -9: the process goes, the log stays"
        command={{ type: 'crashBroker', broker }}
      />
      <Entry
        icon={LogOut}
        name="Shut down"
        says="SIGTERM: its leaderships move first"
        command={{ type: 'shutDownBroker', broker }}
      />
    </>
  );
}

interface DownEntriesProps {
  readonly broker: BrokerId;
  /** Its machine is gone, and its disks with it. */
  readonly isGone: boolean;
}

function DownEntries({ broker, isGone }: DownEntriesProps) {
  const says = isGone ? 'on a new instance with empty disks' : 'on the logs that it left';
  return (
    <>
      <Entry
        icon={Power}
        name="Start again"
        says={says}
        command={{ type: 'startBroker', broker }}
      />
      <Entry
        icon={Trash2}
        name="Unregister"
        says="the controller forgets this broker id"
        command={{ type: 'unregisterBroker', broker }}
      />
    </>
  );
}

function PauseEntries({ broker }: { readonly broker: BrokerId }) {
  return (
    <>
      <Entry
        icon={Pause}
        name="For 5 seconds"
        says="its session outlasts it: it is not fenced"
        command={{ type: 'pauseBroker', broker, forMs: 5_000 }}
      />
      <Entry
        icon={Pause}
        name="For 15 seconds"
        says="outlasts its session of 9 s: it is fenced"
        command={{ type: 'pauseBroker', broker, forMs: 15_000 }}
      />
    </>
  );
}
