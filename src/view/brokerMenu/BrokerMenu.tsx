import { Power, Zap } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactElement, useRef } from 'react';
import type { Command } from '../../sim/command';
import type { BrokerId } from '../../sim/ids';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { focusFigure } from '../focusFigure';

interface BrokerMenuProps {
  readonly broker: BrokerId;
  /** What opens the menu: the broker's box on the stage. */
  readonly trigger: ReactElement;
  /** It was asked for while it was being loaded. */
  readonly opensAtOnce?: boolean;
}

export function BrokerMenu({ broker, trigger, opensAtOnce = false }: BrokerMenuProps) {
  const focus = useFocusAfterChoice();
  return (
    <DropdownMenu.Root modal={false} defaultOpen={opensAtOnce}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Within the figure, so that it belongs to a landmark of the page. */}
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          {...focus.ofMenu}
        >
          <DropdownMenu.Label className="menuLabel">Broker {broker}</DropdownMenu.Label>
          <Entry
            icon={Zap}
            name="Crash"
            says="kill -9: the log stays, the process is gone"
            command={{ type: 'crashBroker', broker }}
            onChosen={focus.onChosen}
          />
          <Entry
            icon={Power}
            name="Start again"
            says="on the log directory that it left"
            command={{ type: 'startBroker', broker }}
            onChosen={focus.onChosen}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** After a pointer's choice the keys are the figure's; otherwise the focus goes back. */
function useFocusAfterChoice() {
  const isPointing = useRef(false);
  const isChosenByPointer = useRef(false);
  return {
    onChosen: () => {
      isChosenByPointer.current = isPointing.current;
    },
    ofMenu: {
      onPointerUpCapture: () => {
        isPointing.current = true;
      },
      onKeyDownCapture: () => {
        isPointing.current = false;
      },
      onCloseAutoFocus: (event: Event) => {
        if (!isChosenByPointer.current) return;
        isChosenByPointer.current = false;
        event.preventDefault();
        const figure = document.querySelector('main');
        if (figure) focusFigure(figure);
      },
    },
  };
}

interface EntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly says: string;
  readonly command: Command;
  readonly onChosen: () => void;
}

/** An entry that would change nothing stays reachable, so that its reason can be read. */
function Entry({ icon: Icon, name, says, command, onChosen }: EntryProps) {
  const store = useHighwaterStore();
  // Dry-run anew whenever another frame is shown.
  useHighwater((state) => state.frameIndex);
  const refusal = store.getState().refusalOf(command);
  return (
    <DropdownMenu.Item
      className="menuItem"
      aria-disabled={refusal !== null}
      onSelect={(event) => {
        if (refusal) {
          event.preventDefault();
          return;
        }
        onChosen();
        store.getState().act(command);
      }}
    >
      <Icon size={18} aria-hidden />
      <span className="menuItemText">
        <span className="menuItemName">{name}</span>
        <span className="menuItemSays">{refusal?.because ?? says}</span>
      </span>
    </DropdownMenu.Item>
  );
}
