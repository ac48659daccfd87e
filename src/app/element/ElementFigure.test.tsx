import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { ElementFigure } from './ElementFigure';

it('is one landmark of its page, and tells itself from the others there', async () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  render(<ElementFigure store={runningStore()} home={document.body} number={2} />);
  await screen.findByRole('group', { name: 'Summary of the scene' });
  for (const name of ['Playback', 'Caption', 'Producer', /^Broker 1, online/])
    expect(screen.getByRole('group', { name })).toBeInTheDocument();
  const landmarks = screen.getAllByRole('region').map((each) => each.getAttribute('aria-label'));
  expect(landmarks).toEqual(['Kafka cluster 2']);
});
