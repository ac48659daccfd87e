import { cloneElement, isValidElement, lazy, type ReactElement, Suspense, useState } from 'react';
import type { BrokerId } from '../../sim/ids';
import { useHighwater } from '../../store/HighwaterContext';
import type { BrokerMenu } from './BrokerMenu';
import { MenuBoundary } from './MenuBoundary';

interface MenuModule {
  readonly BrokerMenu: typeof BrokerMenu;
}

interface LoadedMenuProps {
  readonly broker: BrokerId;
  readonly trigger: ReactElement;
  readonly load: () => Promise<MenuModule>;
}

/**
 * A menu that comes later. Without it there is what opens it: a click there while it is on its way
 * is not forgotten, and where it could not be had, a click asks for it again.
 */
export function LoadedMenu({ broker, trigger, load }: LoadedMenuProps) {
  const [{ attempt, Menu }, setTry] = useState(() => ({ attempt: 1, Menu: lazyMenu(load) }));
  const [isAsked, setAsked] = useState(false);
  // Like the engine, it is fetched at the first sign of a person.
  const isAwake = useHighwater((state) => state.engine !== null);
  const tryAgain = () => {
    setAsked(true);
    setTry({ attempt: attempt + 1, Menu: lazyMenu(load) });
  };
  if (!isAwake && !isAsked) return clickable(trigger, () => setAsked(true));
  return (
    <MenuBoundary key={attempt} fallback={clickable(trigger, tryAgain)}>
      <Suspense fallback={clickable(trigger, () => setAsked(true))}>
        <Menu broker={broker} trigger={trigger} opensAtOnce={isAsked} />
      </Suspense>
    </MenuBoundary>
  );
}

function lazyMenu(load: LoadedMenuProps['load']) {
  return lazy(async () => ({ default: (await load()).BrokerMenu }));
}

function clickable(trigger: ReactElement, onClick: () => void): ReactElement {
  return isValidElement<{ readonly onClick?: () => void }>(trigger)
    ? cloneElement(trigger, { onClick })
    : trigger;
}
