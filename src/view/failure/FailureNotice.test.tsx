import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { FailureBoundary } from './FailureBoundary';
import { FailureNotice } from './FailureNotice';

const person = userEvent.setup();

it('says what happened and goes on when asked to', async () => {
  const onContinue = vi.fn<() => void>();
  render(<FailureNotice message="No leader." scenarioText={() => '{}'} onContinue={onContinue} />);
  expect(screen.getByRole('alert')).toHaveTextContent('No leader.');
  await person.click(screen.getByRole('button', { name: 'Continue' }));
  expect(onContinue).toHaveBeenCalledOnce();
});

it('copies the scenario, so that the failure can be had again', async () => {
  render(<FailureNotice message="x" scenarioText={() => '{"seed":7}'} onContinue={() => {}} />);
  await person.click(screen.getByRole('button', { name: 'Copy the scenario' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe('{"seed":7}');
});

it('shows the scenario to be copied by hand where the clipboard is closed', async () => {
  const closed = userEvent.setup({ writeToClipboard: false });
  render(<FailureNotice message="x" scenarioText={() => '{"seed":7}'} onContinue={() => {}} />);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('closed'));
  await closed.click(screen.getByRole('button', { name: 'Copy the scenario' }));
  expect(await screen.findByRole('textbox', { name: /clipboard is closed/ })).toHaveValue(
    '{"seed":7}',
  );
  write.mockRestore();
});

it('draws again after a drawing has failed and the person goes on', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const Picture = () => {
    if (isBroken) throw new Error('The picture tore.');
    return <p>The picture.</p>;
  };
  render(
    <FailureBoundary scenarioText={() => '{}'}>
      <Picture />
    </FailureBoundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('The picture tore.');
  isBroken = false;
  await person.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.getByText('The picture.')).toBeInTheDocument();
  silence.mockRestore();
});
