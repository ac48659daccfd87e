import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { BrokerMenu } from './BrokerMenu';

const person = userEvent.setup();

beforeEach(() => {
  renderInHighwater(
    <main tabIndex={-1}>
      <BrokerMenu broker={1} trigger={<button type="button">Broker 1</button>} byKey />
      <button type="button">Next</button>
    </main>,
  );
});

it('tells what opens it whether it is open', async () => {
  expect(opener()).toHaveAttribute('aria-expanded', 'true');
  await person.click(opener());
  expect(menu()).not.toBeInTheDocument();
  expect(opener()).toHaveAttribute('aria-expanded', 'false');
});

it('is walked through round and round, and to both ends', async () => {
  expect(entry(/^Crash/)).toHaveFocus();
  await person.keyboard('{ArrowUp}');
  expect(entry(/^Inspect/)).toHaveFocus();
  await person.keyboard('{ArrowDown}');
  expect(entry(/^Crash/)).toHaveFocus();
  await person.keyboard('{End}');
  expect(entry(/^Inspect/)).toHaveFocus();
});

it('takes a space for a letter within a word', async () => {
  await person.keyboard('cut p');
  expect(entry(/^Cut power/)).toHaveFocus();
  expect(menu()).toBeInTheDocument();
});

it('gives the focus back by Escape', async () => {
  await person.keyboard('{Escape}');
  expect(menu()).not.toBeInTheDocument();
  expect(opener()).toHaveFocus();
});

it('goes by Tab to what comes after it', async () => {
  await person.tab();
  expect(menu()).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
});

it('opens by the arrow at its first entry, and by a pointer at none', async () => {
  await person.keyboard('{Escape}{ArrowDown}');
  expect(entry(/^Crash/)).toHaveFocus();
  await person.keyboard('{Escape}');
  await person.click(opener());
  expect(menu()).toHaveFocus();
  await person.keyboard('{ArrowDown}');
  expect(entry(/^Crash/)).toHaveFocus();
});

it('opens at its first page again', async () => {
  await person.click(entry(/^Disks/));
  await person.keyboard('{Escape}');
  await person.click(opener());
  expect(entry(/^Crash/)).toBeInTheDocument();
});

it('has the focus where the mouse is', async () => {
  await person.hover(entry(/^Network/));
  expect(entry(/^Network/)).toHaveFocus();
  await person.unhover(entry(/^Network/));
  expect(menu()).toHaveFocus();
});

it('is done with once somebody presses beside it', () => {
  fireEvent.pointerDown(screen.getByRole('button', { name: 'Next' }), { pointerType: 'touch' });
  expect(menu()).not.toBeInTheDocument();
});

it('is done with once the focus goes elsewhere, or its opener is scrolled away', async () => {
  fireEvent.scroll(entry(/^Crash/));
  expect(menu()).toBeInTheDocument();
  // The scroll that led to the press is told after it.
  fireEvent.scroll(screen.getByRole('main'));
  expect(menu()).toBeInTheDocument();
  vi.spyOn(opener(), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -40, 200, 30));
  fireEvent.scroll(entry(/^Crash/));
  expect(menu()).toBeInTheDocument();
  fireEvent.scroll(screen.getByRole('main'));
  expect(menu()).not.toBeInTheDocument();
  await person.click(opener());
  fireEvent.blur(entry(/^Crash/), { relatedTarget: screen.getByRole('main') });
  expect(menu()).not.toBeInTheDocument();
});

it('keeps to itself an entry that is refused, also for a key', async () => {
  await person.click(entry(/^Disks/));
  await person.keyboard('as{Enter}');
  expect(entry(/^As fast as before/)).toHaveFocus();
  expect(menu()).toBeInTheDocument();
});

function menu() {
  return screen.queryByRole('menu', { name: 'Broker 1' });
}

function opener() {
  return screen.getByRole('button', { name: 'Broker 1' });
}

function entry(name: RegExp) {
  return screen.getByRole('menuitem', { name });
}
