import { Gauge, HardDriveDownload, ServerCrash, Turtle } from 'lucide-react';
import type { BrokerId } from '../../sim/ids';
import { Entry } from './Entry';
import type { MenuPage } from './MenuPopup';

/** A second for each record: slow enough to be seen, and to leave the in-sync set in the end. */
const SLOW_MS_PER_RECORD = 1_000;

/** What can befall the disks of a broker. */
export function diskPage(broker: BrokerId, logDirectories: readonly string[]): MenuPage {
  return {
    title: `Disks of broker ${broker}`,
    entries: (
      <>
        <Entry
          icon={Turtle}
          name="Slow: 1 s for each record"
          says="it copies too slowly to keep up"
          command={{ type: 'slowDisk', broker, msPerRecord: SLOW_MS_PER_RECORD }}
        />
        <Entry
          icon={Gauge}
          name="As fast as before"
          command={{ type: 'slowDisk', broker, msPerRecord: 0 }}
        />
        {logDirectories.map((directory) => (
          <Entry
            key={directory}
            icon={ServerCrash}
            name={`Log directory ${directory} fails`}
            says="its replicas go offline, the broker lives"
            command={{ type: 'failLogDirectory', broker, directory }}
          />
        ))}
        <Entry
          icon={HardDriveDownload}
          name="Replace by empty disks"
          says="it comes back with nothing on them"
          command={{ type: 'replaceDisks', broker }}
        />
      </>
    ),
  };
}
