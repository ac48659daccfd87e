import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ComponentType } from 'react';
import { Later } from './Later';

const person = userEvent.setup();
const silence = vi.spyOn(console, 'error');

beforeEach(() => void silence.mockImplementation(() => undefined));
afterEach(() => void silence.mockReset());

const Part = () => <p>The part.</p>;

it('is asked for again from the notice, and the rest of the page stays', async () => {
  let isOffline = true;
  show(async () => {
    if (isOffline) throw new TypeError('Failed to fetch');
    return Part;
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('The part could not be loaded.');
  expect(screen.getByText('The rest.')).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  isOffline = false;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('The part.')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('leaves the page as it is when the person does without it', async () => {
  const onLeave = show(async () => Promise.reject(new TypeError('Failed to fetch')));
  await person.click(await screen.findByRole('button', { name: 'Leave it' }));
  expect(onLeave).toHaveBeenCalledOnce();
});

it('catches what fails in its drawing too, unless that is for somebody else', async () => {
  const Torn = () => {
    throw new Error('It tore.');
  };
  show(async () => Torn);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  const draw = () =>
    act(async () =>
      render(
        <Later what="It" load={async () => Torn} onLeave={() => undefined} letsDrawingFail>
          {(Loaded) => <Loaded />}
        </Later>,
      ),
    );
  await expect(draw()).rejects.toThrow('It tore.');
});

it('shows something else until it has come', async () => {
  show(() => new Promise(() => undefined));
  expect(await screen.findByText('Not yet.')).toBeInTheDocument();
});

function show(load: () => Promise<ComponentType>) {
  const onLeave = vi.fn<() => void>();
  render(
    <>
      <p>The rest.</p>
      <Later what="The part" load={load} meanwhile={<p>Not yet.</p>} onLeave={onLeave}>
        {(Loaded) => <Loaded />}
      </Later>
    </>,
  );
  return onLeave;
}
