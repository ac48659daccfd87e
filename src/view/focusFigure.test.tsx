import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { HighwaterProvider } from '../store/HighwaterContext';
import { renderBrokerMenu } from './menus/renderMenus';
import { Stage } from './stage/Stage';

const person = userEvent.setup();

// What is loaded later is there from the start.
beforeAll(() => import('./menus/SubjectMenu'));

it.each(['Produce', 'Steady load'])(
  'gives the keys back to the figure once a pointer has pressed %s',
  async (name) => {
    show();
    await person.click(screen.getByRole('button', { name }));
    expect(screen.getByRole('main')).toHaveFocus();
  },
);

it.each(['Produce', 'Steady load'])(
  'leaves the focus on %s when a key presses it',
  async (name) => {
    show();
    const button = screen.getByRole('button', { name });
    button.focus();
    await person.keyboard('{Enter}');
    expect(button).toHaveFocus();
  },
);

it('gives the keys back to the figure once a pointer has chosen from the menu', async () => {
  show();
  await person.click(broker());
  await person.click(await screen.findByRole('menuitem', { name: /^Crash/ }));
  expect(screen.getByRole('main')).toHaveFocus();
});

it('gives the focus back to the broker when a key chose from its menu', async () => {
  show();
  broker().focus();
  await person.keyboard('{Enter}');
  expect(await screen.findByRole('menuitem', { name: /^Crash/ })).toHaveFocus();
  await person.keyboard('{Enter}');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(broker()).toHaveFocus();
});

function show() {
  render(
    <HighwaterProvider store={runningStore()}>
      <main className="figure" tabIndex={-1}>
        <Stage
          width={1214}
          height={592}
          reducedMotion={false}
          onProduce={() => undefined}
          onToggleLoad={() => undefined}
          renderBrokerMenu={renderBrokerMenu}
          renderPartitionMenu={(_partition, trigger) => trigger}
          renderClientMenu={(_client, trigger) => trigger}
        />
      </main>
    </HighwaterProvider>,
  );
}

function broker() {
  return screen.getByRole('button', { name: /^Broker 1,.*menu$/ });
}
