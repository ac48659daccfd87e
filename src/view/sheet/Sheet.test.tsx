import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ModalDialog } from '../dialog/ModalDialog';
import { Sheet } from './Sheet';

const person = userEvent.setup();

it('goes by Escape wherever the focus is, and by its cross', async () => {
  const onOpenChange = show();
  await person.keyboard('{Escape}');
  expect(onOpenChange).toHaveBeenLastCalledWith(false);
  await person.click(screen.getByRole('button', { name: 'Close settings' }));
  expect(onOpenChange).toHaveBeenCalledTimes(2);
});

it('leaves Escape to what is in front of it', async () => {
  const onOpenChange = show();
  const menu = screen.getByRole('button', { name: 'A menu' });
  menu.addEventListener('keydown', (event) => event.preventDefault());
  fireEvent.keyDown(menu, { key: 'Escape' });
  render(
    <ModalDialog title="Keys" onClose={() => undefined}>
      nothing
    </ModalDialog>,
  );
  await person.keyboard('{Escape}');
  expect(onOpenChange).not.toHaveBeenCalled();
});

it('is not there unless it is open', () => {
  render(
    <Sheet title="Settings" open={false} onOpenChange={() => undefined}>
      nothing
    </Sheet>,
  );
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

function show() {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  render(
    <>
      <button type="button">A menu</button>
      <Sheet title="Settings" open onOpenChange={onOpenChange}>
        nothing
      </Sheet>
    </>,
  );
  return onOpenChange;
}
