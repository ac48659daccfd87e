import { expect, it, vi } from 'vitest';
import { onRelease } from './onRelease';

function press(key: string) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

it('gives the keys back at Escape, and at no other key', () => {
  const letGo = vi.fn<() => void>();
  const stop = onRelease(document, letGo);
  press('Enter');
  expect(letGo).not.toHaveBeenCalled();
  press('Escape');
  expect(letGo).toHaveBeenCalledOnce();
  stop();
  press('Escape');
  expect(letGo).toHaveBeenCalledOnce();
});

it('leaves Escape to what it closes', () => {
  const letGo = vi.fn<() => void>();
  const stop = onRelease(document, letGo);
  document.body.innerHTML = '<div role="menu"></div>';
  press('Escape');
  expect(letGo).not.toHaveBeenCalled();
  document.body.innerHTML = '';
  stop();
});
