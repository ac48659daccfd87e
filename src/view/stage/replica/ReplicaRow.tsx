import { memo, type CSSProperties, type MouseEvent } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { logEndOffset, recordAt } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import type { BrokerId, Offset, PartitionId } from '../../../sim/ids';
import { partitionIndex, topicOf } from '../../../sim/ids';
import { StandingGlyph, type StandingShape } from '../../glyphs/StandingGlyph';
import { useLookOf } from '../../lookOf';
import type { ReplicaEffects } from '../effects/happenings';
import { logWindowFrom, offsetAt } from '../layout/logWindow';
import type { OnPick } from '../OnPick';
import type { RowLayout } from '../layout/rowLayout';
import { textWidth } from '../layout/typeScale';
import { LogStrip } from '../log/LogStrip';
import { ReplicaNumbers } from './ReplicaNumbers';
import { RoleChange } from './RoleChange';
import { roleText } from './roleText';
import { spokenReplica, unflushedWords } from './spokenReplica';
import { WhyButtons } from './WhyButtons';
import { looksLikeLeader, type Move, type Standing } from './standing';
import styles from './replica.module.css';

/** Puts the menu of a partition around the name on its leader's row, which opens it. */
export type RenderPartitionMenu = (partition: PartitionId, trigger: ReactElement) => ReactNode;

export interface ReplicaRowProps {
  readonly broker: BrokerId;
  readonly replica: Replica;
  readonly standing: Standing;
  /** The controller has a leader for the partition. */
  readonly isLed: boolean;
  readonly move: Move | null;
  readonly isDown: boolean;
  /** Where the row is within its broker's box. */
  readonly left: number;
  readonly top: number;
  readonly layout: RowLayout;
  /** Offset of the first cell. */
  readonly windowStart: Offset;
  readonly effects: ReplicaEffects;
  readonly isSelected: boolean;
  readonly onPick: OnPick;
  /** Null where another row has it. */
  readonly renderMenu: RenderPartitionMenu | null;
}

type Variables = Readonly<Record<`--${string}`, string>>;

/** One copy of a partition: what it is, what it holds, what of it is committed. */
export const ReplicaRow = memo(function ReplicaRow(props: ReplicaRowProps) {
  const { broker, replica, standing, move, isDown, left, top, layout, effects } = props;
  const unflushed = unflushedWords(replica);
  const look = useLookOf()(replica.partition);
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
      data-partition={replica.partition}
      data-standing={standing}
      data-move={move}
      data-leads={looksLikeLeader(standing) && !isDown}
      data-striped={look.striped}
      data-selected={props.isSelected}
    >
      <div aria-hidden className={styles.content}>
        <ReplicaHead replica={replica} standing={standing} move={move} layout={layout} />
        {layout.cells && (
          <LogStrip
            replica={replica}
            cells={layout.cells}
            window={logWindowFrom(layout.cells, props.windowStart)}
            effects={effects}
          />
        )}
        {layout.numbers.width > 0 && (
          <ReplicaNumbers
            words={layout.numberWords}
            kind={layout.kind}
            highWatermark={replica.highWatermark}
            end={logEndOffset(replica.log)}
            leaderEpoch={replica.leaderEpoch}
          />
        )}
      </div>
      {effects.roleChangedAt !== null && <RoleChange at={effects.roleChangedAt} />}
      <button
        type="button"
        className={styles.select}
        aria-pressed={props.isSelected}
        aria-label={`${spokenReplica(replica, standing, move)} on broker ${broker}`}
        title={unflushed === '' ? undefined : unflushed}
        onClick={(event) => pickAt(event, props)}
      />
      <WhyButtons {...props} />
      {props.renderMenu?.(replica.partition, menuTrigger(replica.partition, broker, layout))}
    </li>
  );
});

/** How far the button that covers a row reaches beyond it. */
const BEYOND = 2;

/** A click on the cell of a record picks the record, any other the replica. */
function pickAt(event: MouseEvent<HTMLElement>, props: ReplicaRowProps): void {
  const { broker, replica, onPick } = props;
  const { partition } = replica;
  const recordId = recordUnder(event, props);
  if (recordId === null) onPick({ type: 'replica', broker, partition });
  else onPick({ type: 'record', partition, recordId }, 'records');
}

/** The record whose cell was clicked; null beside the cells, and for a click by keyboard. */
function recordUnder(
  { detail, clientX, clientY, currentTarget }: MouseEvent<HTMLElement>,
  { replica, layout, windowStart }: ReplicaRowProps,
): number | null {
  if (detail === 0 || !layout.cells) return null;
  const { left, top } = currentTarget.getBoundingClientRect();
  const point = { x: clientX - left - BEYOND, y: clientY - top - BEYOND };
  const offset = offsetAt(layout.cells, logWindowFrom(layout.cells, windowStart), point);
  return offset === null ? null : (recordAt(replica.log, offset)?.id ?? null);
}

/** Over crown and name. */
function menuTrigger(
  partition: PartitionId,
  broker: BrokerId,
  { head, glyph }: RowLayout,
): ReactElement {
  const width = Math.min(head.width * 0.6, glyph + 14 + textWidth(partition, head.font, 'mono'));
  return (
    <button
      type="button"
      className={styles.menu}
      style={{ width }}
      aria-haspopup="menu"
      aria-label={`${partition} on broker ${broker}: menu`}
    />
  );
}

interface ReplicaHeadProps {
  readonly replica: Replica;
  readonly standing: Standing;
  readonly move: Move | null;
  readonly layout: RowLayout;
}

function ReplicaHead({ replica, standing, move, layout }: ReplicaHeadProps) {
  const { kind, glyph } = layout;
  const shape = SHAPES[standing];
  const wearsCrown = CROWNS.includes(shape);
  const role = roleText(replica, standing, move, layout, wearsCrown);
  return (
    <div className={styles.head}>
      {(wearsCrown || role === '' || kind === 'compact') && (
        <span className={styles.glyph} style={{ width: glyph }}>
          <StandingGlyph shape={shape} size={glyph} />
        </span>
      )}
      <span className={styles.name} title={replica.partition}>
        <span className={styles.topic}>{topicOf(replica.partition)}</span>-
        {partitionIndex(replica.partition)}
      </span>
      {role !== '' && <span className={styles.role}>{role}</span>}
    </div>
  );
}

const CROWNS: readonly StandingShape[] = ['leader', 'claimsToLead', 'deposed', 'eligible'];

const SHAPES: Readonly<Record<Standing, StandingShape>> = {
  leader: 'leader',
  thinksItLeads: 'deposed',
  elected: 'claimsToLead',
  stillLeader: 'claimsToLead',
  inSync: 'inSync',
  inSyncWithoutLeader: 'inSync',
  stillInSync: 'inSync',
  catchingUp: 'behind',
  eligible: 'eligible',
  outOfSync: 'out',
  lastKnownLeader: 'eligible',
  dropped: 'out',
  diskFailed: 'out',
};
