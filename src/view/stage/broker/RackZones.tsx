import { memo } from 'react';
import type { RackZone } from '../layout/stageLayout';
import styles from './broker.module.css';

/** Quiet grounds behind the brokers of a rack. Those who listen hear the rack with each broker. */
export const RackZones = memo(function RackZones({
  zones,
}: {
  readonly zones: readonly RackZone[];
}) {
  return zones.map(({ rack, label, x: left, y: top, width, height }) => (
    <div
      key={`${left} ${top}`}
      aria-hidden
      className={styles.zone}
      style={{ left, top, width, height }}
    >
      <span
        className={styles.zoneName}
        style={{ left: label.x - left, top: label.y - top, width: label.width }}
        title={`broker.rack=${rack}`}
      >
        rack {rack}
      </span>
    </div>
  ));
});
