import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RunHandout } from './RunHandout';

const given = {
  picture: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  says: 'Broker 2 crashes.',
  clock: '1.250 s',
  address: 'https://example.org/#r=1.abc',
};

/** So many events as a transcript has them: what happened, and two indented lines below. */
function transcriptOf(count: number): string {
  const told = Array.from(
    { length: count },
    (_, nth) => `    ${nth}.000 s  Event ${nth}.\n             Why.\n             (Rule.)`,
  );
  return `Highwater: 3 brokers.\n\n${told.join('\n')}\n`;
}

it('says what the run is, shows the moment, and tells what happened', () => {
  render(<RunHandout {...given} transcript={transcriptOf(2)} />);
  expect(screen.getByText('Highwater: 3 brokers.')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'At 1.250 s' })).toBeVisible();
  expect(screen.getByText('Broker 2 crashes.')).toBeVisible();
  expect(toldLines()).toHaveLength(6);
  expect(screen.queryByText(/is left out/)).toBeNull();
  // The address is clicked in a PDF; on paper it is the code that leads to the run.
  const link = screen.getByRole('link', { name: 'https://example.org/' });
  expect(link).toHaveAttribute('href', given.address);
});

it('keeps the end of a long run, from the first line of an event on, and says so', () => {
  render(<RunHandout {...given} transcript={transcriptOf(1000)} />);
  expect(screen.getByText(/The beginning is left out/)).toBeVisible();
  expect(toldLines().length).toBeLessThanOrEqual(240);
  expect(toldLines()[0]).toMatch(/^ +\d+\.000 s {2}Event 920\.$/);
  expect(toldLines().at(-3)).toContain('Event 999.');
});

it('has no link where nobody else can open one', () => {
  render(<RunHandout {...given} address={null} transcript={transcriptOf(1)} />);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryByRole('img', { name: /QR/ })).toBeNull();
});

function toldLines(): readonly string[] {
  return (document.querySelector('pre')?.textContent ?? '').split('\n');
}
