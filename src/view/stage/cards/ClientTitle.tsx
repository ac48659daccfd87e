import type { ReactElement, ReactNode } from 'react';
import type { ClientId } from '../../../sim/ids';
import type { CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';
import styles from './cards.module.css';

/** Puts the menu of a client around its name, which opens it. */
export type RenderClientMenu = (client: ClientId, trigger: ReactElement) => ReactNode;

interface ClientTitleProps {
  readonly client: ClientId;
  /** In full, for those who listen. */
  readonly name: string;
  /** As there is room for it. */
  readonly shown: string;
  readonly renderMenu: RenderClientMenu;
}

/** The name of a client, which opens its menu. */
export function ClientTitle({ client, name, shown, renderMenu }: ClientTitleProps) {
  return renderMenu(
    client,
    <button type="button" className={styles.name} aria-haspopup="menu" aria-label={`${name}: menu`}>
      {shown}
    </button>,
  );
}

/** `Producer`, or `Producer 2` where there are several, and where that has no room, `P2`. */
export function clientNames(client: ClientId, isOne: boolean): readonly [string, string] {
  const [kind = '', number = ''] = client.split('-');
  const word = kind === 'producer' ? 'Producer' : 'Consumer';
  return isOne ? [word, word] : [`${word} ${number}`, `${word.charAt(0)}${number}`];
}

/** Whether a number has room behind a name. */
export function hasRoomBehind(name: string, number: number, cards: CardsLayout, inner: number) {
  const room = inner - titleRoom(name, cards.titleFont);
  return textWidth(` ${number} `, cards.font) <= room;
}

/** The letters of a name are wide ones, and bold. */
export function titleRoom(name: string, font: number): number {
  return 1.16 * textWidth(name, font, 'strong');
}
