import { memo } from 'react';
import type { BrokerId } from '../../../sim/ids';
import { StatusGlyph, type StatusShape } from '../../glyphs/StatusGlyph';
import { textWidth } from '../layout/typeScale';
import type { HeaderLayout } from '../layout/stageLayout';
import type { RenderBrokerMenu } from './BrokerBox';
import type { BrokerStatus } from './brokerStatus';
import styles from './broker.module.css';

interface BrokerHeaderProps {
  readonly id: BrokerId;
  readonly status: BrokerStatus;
  /** Down, and the controller knows. */
  readonly isFenced: boolean;
  readonly header: HeaderLayout;
  readonly width: number;
  readonly renderBrokerMenu: RenderBrokerMenu;
}

const SHAPES: Readonly<Record<BrokerStatus, StatusShape>> = {
  online: 'up',
  crashed: 'down',
  starting: 'coming',
  recovering: 'coming',
  fenced: 'fenced',
  leaving: 'fenced',
};

/** Name and state of a broker; a button that opens its menu. */
export const BrokerHeader = memo(function BrokerHeader(props: BrokerHeaderProps) {
  const { id, status, isFenced, header, width } = props;
  const words = isFenced ? `${status} · fenced` : status;
  const title = header.long ? `Broker ${id}` : `B${id}`;
  const used = textWidth(title, header.titleFont, 'strong') + 2 * header.padding + 40;
  const fits = (text: string) => used + textWidth(text, header.statusFont, 'strong') <= width;
  return props.renderBrokerMenu(
    id,
    <button
      type="button"
      className={styles.header}
      aria-haspopup="menu"
      aria-label={`Broker ${id}, ${words}: menu`}
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.status}>
        <StatusGlyph shape={SHAPES[status]} size={Math.round(header.statusFont)} />
        {fits(words) ? words : status}
      </span>
    </button>,
  );
});
