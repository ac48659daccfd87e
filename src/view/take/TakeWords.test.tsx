import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { TakeWords } from './TakeWords';

const clipboardText = () => navigator.clipboard.readText();

it('puts the transcript on the clipboard, and says so', async () => {
  const person = userEvent.setup();
  renderInHighwater(<TakeWords />);
  await person.click(screen.getByRole('button', { name: 'Copy: Transcript' }));
  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await clipboardText()).toContain('Nothing has happened yet.');
});

it('puts the sequence diagram of what has happened on the clipboard', async () => {
  const person = userEvent.setup();
  const store = renderInHighwater(<TakeWords />);
  store.getState().act({ type: 'crashBroker', broker: 1 });
  await person.click(screen.getByRole('button', { name: 'Copy: Mermaid sequence diagram' }));
  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await clipboardText()).toMatch(/^sequenceDiagram\n[^]*Broker 1 crashed/);
});
