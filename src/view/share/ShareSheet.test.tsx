import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { encode } from 'uqr';
import { expect, it, vi } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { parseLink } from '../../share/link/linkText';
import { HighwaterProvider } from '../../store/HighwaterContext';
import { ShareSheet } from './ShareSheet';

const person = userEvent.setup();

it('has the link to the moment that is shown, and one from the start', async () => {
  const store = show();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().stepForward();
  expect((await linkShown()).moment).toBe(1);
  await person.click(screen.getByRole('radio', { name: 'From the start' }));
  await vi.waitFor(async () => expect((await linkShown()).moment).toBe(0));
  expect((await linkShown()).scenario.commands.at(-1)?.command.type).toBe('crashBroker');
});

it('says how long the link is, and draws it for phones, large when asked to', async () => {
  show();
  const { length } = await addressShown();
  expect(screen.getByText(`${length} characters`)).toBeInTheDocument();
  expect(screen.getByRole('img', { name: 'QR code of the link' })).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Fill the screen' }));
  const large = screen.getByRole('dialog', { name: 'Scan to open this run' });
  expect(within(large).getByRole('img', { name: 'QR code of the link' })).toBeInTheDocument();
});

it('draws every dark square of the code and no other, with room around', async () => {
  show();
  const { data, size } = encode(await addressShown(), { border: 0 });
  const picture = screen.getByRole('img', { name: 'QR code of the link' });
  expect(picture).toHaveAttribute('viewBox', `0 0 ${size + 8} ${size + 8}`);
  const drawn = data.map((row) => row.map(() => false));
  const bars = picture.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y, width] of bars.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    drawn[Number(y) - 4]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(width));
  expect(drawn).toEqual(data);
});

it('copies the link, and says that it has', async () => {
  show();
  const address = await addressShown();
  await person.click(screen.getByRole('button', { name: 'Copy: Link' }));
  expect(await screen.findByRole('button', { name: 'Copied: Link' })).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe(address);
});

it('says when the link is too long for a code that phones read', async () => {
  const store = show();
  const command = { type: 'produce', producer: 'producer-1', partition: null, key: null } as const;
  for (let nth = 1; nth <= 200; nth += 1) {
    const value = (Math.imul(nth, 2_654_435_769) >>> 0).toString(36);
    store.getState().act({ ...command, value });
  }
  store.getState().stepForward();
  expect(await screen.findByText(/too long for a QR code/)).toBeInTheDocument();
  expect(screen.queryByRole('img', { name: 'QR code of the link' })).not.toBeInTheDocument();
});

it('waits with the link to a moment until the run stands still', async () => {
  const store = show();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  expect(await screen.findAllByText(/when the run stands still/)).not.toEqual([]);
  store.getState().pause();
  expect(await addressShown()).toContain('#r=1.');
});

it('has code for a page of your own, as a frame and as an element', async () => {
  show();
  // Pictures that are taken away have colours too.
  const own = within(screen.getByRole('region', { name: 'In a page of your own' }));
  const code = () => own.getByLabelText<HTMLTextAreaElement>('Code').value;
  await vi.waitFor(() => expect(code()).toMatch(/^<iframe\n {2}src="[^"]*embed\.html#r=1\./));
  await person.selectOptions(own.getByLabelText('Colours'), 'dark');
  expect(code()).toMatch(/embed\.html\?theme=dark#r=1\./);
  await person.selectOptions(own.getByLabelText('As'), 'an element');
  expect(code()).toMatch(/<kafka-replication run="1\.[\w-]+" theme="dark" height="/);
  expect(screen.queryByTitle(/Preview/)).not.toBeInTheDocument();
});

it('hands the file that is chosen to whoever opens it, and closes when it is open', async () => {
  const openFile = vi.fn<(file: File) => Promise<boolean>>(
    async ({ name }) => name === 'good.json',
  );
  const onOpenChange = vi.fn<(open: boolean) => void>();
  show({ openFile, onOpenChange });
  const field = screen.getByLabelText('Open a file');
  await person.upload(field, new File(['{'], 'bad.json'));
  expect(onOpenChange).not.toHaveBeenCalled();
  await person.upload(field, new File(['{}'], 'good.json'));
  await vi.waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false));
  expect(openFile).toHaveBeenCalledTimes(2);
});

function show({ openFile = async () => true, onOpenChange = () => {} }: Partial<Shown> = {}) {
  const store = runningStore();
  store.setState({ openFile });
  render(
    <HighwaterProvider store={store}>
      <ShareSheet open onOpenChange={onOpenChange} />
    </HighwaterProvider>,
  );
  return store;
}

interface Shown {
  readonly openFile: (file: File) => Promise<boolean>;
  readonly onOpenChange: (open: boolean) => void;
}

async function addressShown(): Promise<string> {
  return (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Link' })).value;
}

async function linkShown() {
  const address = await addressShown();
  const parsed = await parseLink(address.slice(address.indexOf('#r=') + 3));
  if (!('run' in parsed)) throw new Error(parsed.problems.join());
  return parsed.run;
}
