import { memo } from 'react';
import type { BrokerState } from '../../../sim/broker/state';
import { StatusGlyph, type StatusShape } from '../../glyphs/StatusGlyph';
import { seldom } from '../../later/seldom';
import { textWidth } from '../layout/typeScale';
import type { HeaderLayout } from '../layout/stageLayout';
import type { RenderBrokerMenu } from './BrokerBox';
import type { BrokerStatus } from './brokerStatus';
import type { BrokerTag } from './brokerTags';
import styles from './broker.module.css';

const loadPause = () => import('./PauseRing');
const PauseRing = seldom(async () => (await loadPause()).PauseRing);
const PauseSeconds = seldom(async () => (await loadPause()).PauseSeconds);

interface BrokerHeaderProps {
  readonly broker: Pick<BrokerState, 'id' | 'pausedUntil'>;
  readonly status: BrokerStatus;
  readonly tags: readonly BrokerTag[];
  /** It does not answer, and the controller knows. */
  readonly isFenced: boolean;
  readonly header: HeaderLayout;
  readonly width: number;
  readonly renderBrokerMenu: RenderBrokerMenu;
}

const SHAPES: Readonly<Record<BrokerStatus, StatusShape>> = {
  online: 'up',
  paused: 'paused',
  fenced: 'fenced',
  starting: 'coming',
  recovering: 'coming',
  'shutting down': 'leaving',
  stopped: 'stopped',
  crashed: 'down',
  'new disks': 'empty',
  'no power': 'off',
  'instance gone': 'gone',
};

/** A glyph and what keeps it apart from both words, in sizes of the words. */
const GLYPH_ROOM = 1.9;

/** Where a header has no room for the whole. */
const SHORT: Partial<Record<BrokerStatus, string>> = {
  'shutting down': 'stopping',
  'instance gone': 'gone',
};

/** Name and state of a broker; a button that opens its menu. */
export const BrokerHeader = memo(function BrokerHeader(props: BrokerHeaderProps) {
  const { broker, status, tags, isFenced, header, width } = props;
  const words = isFenced ? `${status} · fenced` : status;
  const inner = width - 2 * header.padding;
  const name = `Broker ${broker.id}`;
  const least =
    textWidth(SHORT[status] ?? status, header.statusFont, 'strong') +
    GLYPH_ROOM * header.statusFont;
  const isLong = header.long && textWidth(name, header.titleFont, 'strong') + least <= inner;
  const title = isLong ? name : `B${broker.id}`;
  const used = textWidth(title, header.titleFont, 'strong') + 2.8 * header.statusFont;
  const fits = (text: string) => used + textWidth(text, header.statusFont, 'strong') <= inner;
  const said = [words, status].find(fits) ?? SHORT[status] ?? status;
  const named = [words, ...tags.map(({ long }) => long)];
  const until = status === 'paused' ? broker.pausedUntil : null;
  const size = Math.round(header.statusFont);
  return props.renderBrokerMenu(
    broker.id,
    <button
      type="button"
      className={styles.header}
      aria-haspopup="menu"
      aria-label={`Broker ${broker.id}, ${named.join(', ')}: menu`}
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.status} title={words}>
        {until !== null ? (
          <PauseRing until={until} size={size + 6} />
        ) : (
          <StatusGlyph shape={SHAPES[status]} size={size} />
        )}
        {said}
        {until !== null && fits(`${said} 59.9 s`) && <PauseSeconds until={until} />}
      </span>
      {tags.length > 0 && (
        <span className={styles.tags}>{tagText(tags, inner, header.tagFont)}</span>
      )}
    </button>,
  );
});

/** All tags on one line, in as many words as there is room for. */
function tagText(tags: readonly BrokerTag[], room: number, font: number): string {
  const [first] = tags;
  const texts = [
    tags.map(({ long }) => long).join(' · '),
    tags.map(({ short }) => short).join(' · '),
  ];
  const fewer = `${first?.short ?? ''} +${tags.length - 1}`;
  return texts.find((text) => textWidth(text, font, 'strong') <= room) ?? fewer;
}
