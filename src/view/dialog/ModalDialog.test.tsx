import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ModalDialog } from './ModalDialog';

const person = userEvent.setup();

it('is named by its title and described by what is asked for', () => {
  show();
  const dialog = screen.getByRole('dialog', { name: 'Keys' });
  expect(dialog).toHaveAccessibleDescription('What there is.');
});

it('goes by its cross, and when the browser closes it', async () => {
  const onClose = show();
  await person.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
  fireEvent(screen.getByRole('dialog'), new Event('close'));
  expect(onClose).toHaveBeenCalledTimes(2);
});

it('goes by a click beside it, not by one in it or one that began in it', () => {
  const onClose = show();
  const dialog = screen.getByRole('dialog');
  const text = screen.getByText('What there is.');
  const beside = { clientX: 500, clientY: 500 };
  fireEvent.pointerDown(text, beside);
  fireEvent.click(text, beside);
  fireEvent.pointerDown(text);
  fireEvent.click(dialog, beside);
  // Between its parts one is in it, too.
  const body = text.parentElement ?? dialog;
  fireEvent.pointerDown(body);
  fireEvent.click(body);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.pointerDown(dialog, beside);
  fireEvent.click(dialog, beside);
  expect(onClose).toHaveBeenCalledOnce();
});

it('tells nobody when it is taken away', () => {
  const onClose = vi.fn<() => void>();
  const focusAfter = vi.fn<() => void>();
  const { unmount } = render(
    <ModalDialog title="Keys" onClose={onClose} focusAfter={focusAfter}>
      nothing
    </ModalDialog>,
  );
  unmount();
  expect(onClose).not.toHaveBeenCalled();
  expect(focusAfter).toHaveBeenCalledOnce();
});

function show() {
  const onClose = vi.fn<() => void>();
  render(
    <ModalDialog title="Keys" describedBy="says" onClose={onClose}>
      <p id="says">What there is.</p>
    </ModalDialog>,
  );
  return onClose;
}
