import { cloneElement, type ComponentType, type HTMLAttributes, isValidElement } from 'react';
import { type ReactElement, useEffect, useState } from 'react';
import type { BrokerId, ClientId, PartitionId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import { Later } from '../later/Later';

/** What a menu is about. */
export type MenuSubject =
  | { readonly type: 'broker'; readonly broker: BrokerId }
  | { readonly type: 'partition'; readonly partition: PartitionId }
  | { readonly type: 'client'; readonly client: ClientId };

export interface MenuProps {
  readonly subject: MenuSubject;
  /** What opens the menu: a button on the stage. */
  readonly trigger: ReactElement;
  /** It was asked for by a key, so its first entry has the focus. */
  readonly byKey: boolean;
}

interface LoadedMenuProps extends Omit<MenuProps, 'byKey'> {
  readonly load: () => Promise<ComponentType<MenuProps>>;
}

/**
 * A menu that comes when it is asked for. Until then there is only what opens it, so that a stage
 * with a hundred menus costs no more than one with a hundred buttons.
 */
export function LoadedMenu({ subject, trigger, load }: LoadedMenuProps) {
  const [asked, setAsked] = useState<'not yet' | 'by key' | 'by pointer'>('not yet');
  // Like the engine, it is fetched at the first sign of a person.
  const isAwake = useHighwater((state) => state.engine !== null);
  useEffect(() => {
    // Whoever asks for the menu asks for it again.
    if (isAwake) load().catch(() => undefined);
  }, [isAwake, load]);
  if (asked === 'not yet') {
    // Only a pointer counts its clicks.
    return asking(trigger, {
      onClick: ({ detail }) => setAsked(detail > 0 ? 'by pointer' : 'by key'),
      onKeyDown: ({ key }) => {
        if (key === 'ArrowDown') setAsked('by key');
      },
    });
  }
  return (
    <Later what="The menu" load={load} meanwhile={trigger} onLeave={() => setAsked('not yet')}>
      {(Menu) => <Menu subject={subject} trigger={trigger} byKey={asked === 'by key'} />}
    </Later>
  );
}

type AskingProps = Pick<HTMLAttributes<HTMLElement>, 'onClick' | 'onKeyDown'>;

function asking(trigger: ReactElement, props: AskingProps): ReactElement {
  return isValidElement<AskingProps>(trigger) ? cloneElement(trigger, props) : trigger;
}
