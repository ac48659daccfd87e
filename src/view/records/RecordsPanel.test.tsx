import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { runningStore } from '../../../test/runningStore';
import type { Command } from '../../sim/command';
import { openingScenario } from '../../timeline/openingScenario';
import { worldOf } from '../../store/selectors';
import { RecordsPanel } from './RecordsPanel';

const person = userEvent.setup();
const ORDERS = 'orders-0';

describe('the ledger', () => {
  it('lists every record that was produced, newest first, with its outcome', () => {
    renderInHighwater(<RecordsPanel />);
    const rows = within(ledger()).getAllByRole('button');
    expect(rows).toHaveLength(11);
    expect(rows[0]).toHaveAccessibleName('k orders-1 · 3 acknowledged and safe');
    expect(rows[10]).toHaveAccessibleName('a orders-0 · 0 acknowledged and safe');
  });

  it('counts each outcome, and lists one of them alone', async () => {
    const store = renderInHighwater(<RecordsPanel />);
    act(() => {
      store.getState().act(produce('late'));
      store.getState().advance(0.1);
    });
    expect(screen.getByRole('button', { name: 'all that was produced 12' })).toBePressed();
    expect(screen.getByRole('button', { name: 'acknowledged, then lost 0' })).toBeDisabled();
    const underWay = screen.getByRole('button', { name: 'still under way 1' });
    await person.click(underWay);
    expect(underWay).toBePressed();
    expect(within(ledger()).getAllByRole('button')).toHaveLength(1);
    await person.click(underWay);
    expect(within(ledger()).getAllByRole('button')).toHaveLength(12);
  });

  it('lists one partition alone', async () => {
    renderInHighwater(<RecordsPanel />);
    await person.selectOptions(screen.getByRole('combobox', { name: 'Partition' }), 'orders-2');
    expect(within(ledger()).getAllByRole('button')).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'acknowledged and safe 3' })).toBeEnabled();
  });

  it('draws forty rows of many, and more on request', async () => {
    const load = { type: 'startLoad', producer: 'producer-1', recordsPerSecond: 100 } as const;
    const commands = [
      { at: 100, command: load },
      { at: 2_600, command: { type: 'stopLoad', producer: 'producer-1' } },
    ] as const;
    const scenario = { ...openingScenario(), commands, startsAt: 5_000 };
    const store = renderInHighwater(<RecordsPanel />, runningStore(scenario));
    const all = worldOf(store.getState()).nextRecordId - 1;
    expect(all).toBeGreaterThan(200);
    expect(within(ledger()).getAllByRole('button')).toHaveLength(40);
    await person.click(
      screen.getByRole('button', { name: `… ${all - 40} earlier: show 100 more` }),
    );
    expect(within(ledger()).getAllByRole('button')).toHaveLength(140);
  });

  it('leads from a record to its life', async () => {
    const store = renderInHighwater(<RecordsPanel />);
    await person.click(within(ledger()).getByRole('button', { name: /^a orders-0/ }));
    expect(store.getState().selected).toEqual({ type: 'record', partition: ORDERS, recordId: 1 });
    expect(screen.getByRole('button', { name: 'One record' })).toBePressed();
    expect(screen.getByText('Handed to producer 1')).toBeInTheDocument();
  });
});

describe('the life of one record', () => {
  it('leads to each of its moments, and marks the one that is shown', async () => {
    const store = renderInHighwater(<RecordsPanel />);
    act(() => {
      const { act: order, advance, select } = store.getState();
      order(produce('late'));
      for (let second = 0; second < 20; second += 1) advance(1);
      select({ type: 'record', partition: ORDERS, recordId: 12 });
    });
    const appended = screen.getByRole('button', { name: /^[\d.]+ ?Appended by broker 1$/ });
    expect(appended).not.toHaveAttribute('aria-current');
    await person.click(appended);
    expect(appended).toHaveAttribute('aria-current', 'step');
    expect(
      worldOf(store.getState()).brokers[1]?.replicas[ORDERS]?.log.records.at(-1),
    ).toMatchObject({ id: 12 });
    // What comes later can still be gone to.
    expect(screen.getByRole('button', { name: /^[\d.]+ ?Read by consumer 1 from/ })).toBeEnabled();
  });

  it('has the rule behind each stage, also for what only the wire shows', async () => {
    const store = renderInHighwater(<RecordsPanel />);
    act(() => {
      const { act: order, advance, select } = store.getState();
      order(produce('late'));
      for (let second = 0; second < 20; second += 1) advance(1);
      select({ type: 'record', partition: ORDERS, recordId: 12 });
    });
    await person.click(screen.getByRole('button', { name: 'Why: Sent to broker 1' }));
    expect(screen.getByText(/linger\.ms = 5/)).toBeInTheDocument();
    await person.click(screen.getByRole('button', { name: 'Why: Committed on broker 1' }));
    expect(screen.getByText('Partition.maybeIncrementLeaderHW')).toBeInTheDocument();
  });

  it('does not call sent with acks=0 a promise, and says what permitted the loss', async () => {
    const store = renderInHighwater(<RecordsPanel />);
    act(() => {
      const { act: order, advance } = store.getState();
      order({ type: 'changeAcks', producer: 'producer-1', acks: 0 });
      order({ type: 'cutLink', from: 'producer-1', to: 'broker-1', bothWays: true });
      order(produce('late'));
      for (let second = 0; second < 20; second += 1) advance(1);
    });
    const row = within(ledger()).getByRole('button', { name: /^late/ });
    expect(row).toHaveTextContent('acknowledged, then lost');
    expect(row).toHaveTextContent('Permitted by acks=0');
    await person.click(row);
    const done = screen.getByText('Done for producer 1: acks=0 asks for no answer');
    expect(done.closest('li')).toHaveAttribute('data-tone', 'plain');
    expect(screen.getByText('Lost on the way to broker 1')).toBeInTheDocument();
    expect(screen.getByText('in no log')).toBeInTheDocument();
  });

  it('has no way to what lies before the story', () => {
    const store = renderInHighwater(<RecordsPanel />);
    act(() => store.getState().select({ type: 'record', partition: ORDERS, recordId: 1 }));
    expect(screen.getByText('Appended by broker 1')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^[\d.]+ ?Appended by broker 1$/ })).toBeNull();
    expect(screen.getByText('Before the story')).toBeInTheDocument();
  });

  it('is found by partition and offset', async () => {
    const store = renderInHighwater(<RecordsPanel />);
    await person.click(screen.getByRole('button', { name: 'One record' }));
    await person.selectOptions(screen.getByRole('combobox', { name: 'Partition' }), 'orders-1');
    await person.type(screen.getByLabelText('offset'), '2{Enter}');
    expect(store.getState().selected).toMatchObject({ type: 'record', partition: 'orders-1' });
    expect(screen.getByText(/offset 2, leader epoch 0, on broker/)).toBeInTheDocument();
  });

  it('says beside the field when nothing is at an offset', async () => {
    renderInHighwater(<RecordsPanel />);
    await person.click(screen.getByRole('button', { name: 'One record' }));
    const offset = screen.getByLabelText('offset');
    await person.type(offset, '99{Enter}');
    expect(offset).toBeInvalid();
    expect(offset).toHaveAccessibleDescription(
      'Nothing has been written at offset 99 of orders-0 by this moment.',
    );
    await person.clear(offset);
    await person.type(offset, '-1{Enter}');
    expect(offset).toHaveAccessibleDescription('An offset is a whole number from 0.');
  });
});

function produce(value: string): Command {
  return { type: 'produce', producer: 'producer-1', partition: ORDERS, key: null, value };
}

function ledger(): HTMLElement {
  return screen.getByRole('list', { name: /^Ledger/ });
}
