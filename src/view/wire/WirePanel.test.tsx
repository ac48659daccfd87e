import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { worldOf } from '../../store/selectors';
import { WirePanel } from './WirePanel';

const person = userEvent.setup();
const names = ['Hold', 'Let go', 'Drop', 'Deliver twice', 'Deliver now'] as const;

/** A record on its way to its leader, shown while it flies. */
function producing() {
  const store = renderInHighwater(<WirePanel />);
  act(() => {
    const where = { producer: 'producer-1', partition: 'orders-0', key: null } as const;
    store.getState().act({ type: 'produce', ...where, value: 'x' });
    const isSent = () =>
      worldOf(store.getState()).flights.some(({ message }) => message.type === 'produceRequest');
    while (!isSent()) store.getState().advance(0.1);
    store.getState().pause();
  });
  return store;
}

async function pick() {
  await person.click(screen.getByRole('button', { name: /^Produce x producer 1 → broker 1/ }));
}

describe('the panel of what is in flight', () => {
  it('lists it, and shows the fields of what is picked by Kafka’s names', async () => {
    const store = producing();
    await pick();
    expect(store.getState().selected).toMatchObject({ type: 'message' });
    const picked = within(screen.getByRole('region', { name: 'ProduceRequest' }));
    expect(picked.getByRole('row', { name: 'client_id producer-1' })).toBeInTheDocument();
    expect(picked.getByRole('row', { name: 'timeout_ms 30000' })).toBeInTheDocument();
    expect(picked.getByRole('row', { name: 'value x' })).toBeInTheDocument();
    expect(picked.getByText(/^Sent at .*, arrives in \d ms\.$/)).toBeInTheDocument();
  });

  it('holds it and lets it go, and says why what would change nothing does not', async () => {
    const store = producing();
    await pick();
    expect(button('Let go')).toHaveAttribute('aria-disabled', 'true');
    expect(button('Let go')).toHaveAccessibleDescription('It is not held.');
    await person.click(button('Hold'));
    act(() => store.getState().advance(1));
    expect(screen.getByText(/, held since /)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Produce x .*, held$/ })).toBeInTheDocument();
    await person.click(button('Hold'));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('It is held already.'),
    );
    await person.click(button('Let go'));
    act(() => store.getState().advance(3));
    expect(screen.getByText(/, arrived at /)).toBeInTheDocument();
  });

  it('says what became of it, in words, and finds it again in earlier moments', async () => {
    const store = producing();
    const { playhead } = store.getState();
    await pick();
    await person.click(button('Drop'));
    act(() => store.getState().advance(1.5));
    expect(screen.getByText(/, lost at .*: it was dropped\.$/)).toBeInTheDocument();
    for (const name of names) expect(screen.queryByRole('button', { name })).toBeNull();
    act(() => store.getState().seek(playhead));
    expect(screen.getByText(/, arrives in/)).toBeInTheDocument();
    act(() => store.getState().seek(0));
    expect(screen.getByText('Not sent yet at the moment shown.')).toBeInTheDocument();
  });

  it('says of one that waits or is routine that it is one', () => {
    const store = producing();
    act(() => store.getState().play());
    const counted = new Set<string>();
    for (let nth = 0; nth < 300; nth += 1) {
      act(() => store.getState().advance(0.1));
      for (const one of screen.queryAllByText(/^(Routine|Waiting)/)) counted.add(one.textContent);
    }
    expect(counted).toContain('Routine: 1 (heartbeats, empty fetches and the like)');
    expect([...counted].filter((words) => /\b1 \w+s\b/.test(words))).toEqual([]);
  });

  it('counts routine traffic and fetches that wait at brokers', async () => {
    producing();
    await person.click(screen.getByText(/^Waiting at brokers: \d+ fetches$/));
    await person.click(screen.getAllByText(/ at broker \d, until /)[0] ?? document.body);
    expect(screen.getAllByRole('row', { name: /^fetch_offset \d/ })).not.toEqual([]);
  });
});

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}
