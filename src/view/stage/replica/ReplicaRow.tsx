import { memo, type CSSProperties } from 'react';
import { logEndOffset } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import type { BrokerId, Offset, PartitionId } from '../../../sim/ids';
import { partitionIndex, topicOf } from '../../../sim/ids';
import { StandingGlyph, type StandingShape } from '../../glyphs/StandingGlyph';
import { partitionLook } from '../../palette';
import type { ReplicaEffects } from '../effects/happenings';
import { logWindowFrom } from '../layout/logWindow';
import type { RowLayout } from '../layout/rowLayout';
import { LogStrip } from '../log/LogStrip';
import { ReplicaNumbers } from './ReplicaNumbers';
import { RoleChange } from './RoleChange';
import { spokenReplica } from './spokenReplica';
import { looksLikeLeader, type Standing, standingWords } from './standing';
import styles from './replica.module.css';

export interface ReplicaRowProps {
  readonly broker: BrokerId;
  readonly replica: Replica;
  readonly standing: Standing;
  readonly isDown: boolean;
  /** Where the row is within its broker's box. */
  readonly left: number;
  readonly top: number;
  readonly layout: RowLayout;
  /** Offset of the first cell. */
  readonly windowStart: Offset;
  readonly effects: ReplicaEffects;
  readonly isSelected: boolean;
  readonly onSelect: (partition: PartitionId) => void;
}

type Variables = Readonly<Record<`--${string}`, string>>;

/** One copy of a partition: what it is, what it holds, what of it is committed. */
export const ReplicaRow = memo(function ReplicaRow(props: ReplicaRowProps) {
  const { broker, replica, standing, isDown, left, top, layout, windowStart, effects } = props;
  const look = partitionLook(partitionIndex(replica.partition));
  const { width, height } = layout;
  const style: CSSProperties & Variables = {
    left,
    top,
    width,
    height,
    '--tone': look.colour,
    '--ground': look.ground,
  };
  return (
    <li
      className={styles.row}
      style={style}
      data-standing={standing}
      data-leads={looksLikeLeader(standing) && !isDown}
      data-striped={look.striped}
      data-selected={props.isSelected}
    >
      <div aria-hidden className={styles.content}>
        <ReplicaHead replica={replica} standing={standing} layout={layout} />
        {layout.cells && (
          <LogStrip
            replica={replica}
            cells={layout.cells}
            window={logWindowFrom(layout.cells, windowStart)}
            effects={effects}
          />
        )}
        <ReplicaNumbers
          words={layout.numberWords}
          kind={layout.kind}
          highWatermark={replica.highWatermark}
          end={logEndOffset(replica.log)}
          leaderEpoch={replica.leaderEpoch}
        />
      </div>
      {effects.roleChangedAt !== null && <RoleChange at={effects.roleChangedAt} />}
      <button
        type="button"
        className={styles.select}
        aria-pressed={props.isSelected}
        aria-label={`${spokenReplica(replica, standing)} on broker ${broker}`}
        onClick={() => props.onSelect(replica.partition)}
      />
    </li>
  );
});

interface ReplicaHeadProps {
  readonly replica: Replica;
  readonly standing: Standing;
  readonly layout: RowLayout;
}

function ReplicaHead({ replica, standing, layout }: ReplicaHeadProps) {
  const { kind, glyph, roleWords } = layout;
  const words = standingWords(standing);
  const shape = SHAPES[standing];
  const wearsCrown = shape === 'leader' || shape === 'claimsToLead' || shape === 'eligible';
  return (
    <div className={styles.head}>
      {(wearsCrown || roleWords === 'none' || kind === 'compact') && (
        <span className={styles.glyph} style={{ width: glyph }}>
          <StandingGlyph shape={shape} size={glyph} />
        </span>
      )}
      <span className={styles.name} title={replica.partition}>
        <span className={styles.topic}>{topicOf(replica.partition)}</span>-
        {partitionIndex(replica.partition)}
      </span>
      {roleWords !== 'none' && (
        <span className={styles.role}>{roleWords === 'long' ? words.long : words.short}</span>
      )}
    </div>
  );
}

const SHAPES: Readonly<Record<Standing, StandingShape>> = {
  leader: 'leader',
  thinksItLeads: 'claimsToLead',
  elected: 'claimsToLead',
  stillLeader: 'claimsToLead',
  inSync: 'inSync',
  inSyncWithoutLeader: 'inSync',
  stillInSync: 'inSync',
  catchingUp: 'behind',
  eligible: 'eligible',
  outOfSync: 'out',
};
