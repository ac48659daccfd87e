import { afterEach, expect, it } from 'vitest';
import { keepFocus } from './keepFocus';

const { prototype } = Element;
const checkVisibility = Object.getOwnPropertyDescriptor(prototype, 'checkVisibility');

afterEach(() => {
  document.body.replaceChildren();
  if (checkVisibility) Object.defineProperty(prototype, 'checkVisibility', checkVisibility);
});

it('gives the focus to what stands beside what is gone', () => leaves());

it('does so in a browser that does not say what is seen', async () => {
  expect(Reflect.deleteProperty(prototype, 'checkVisibility')).toBe(true);
  await leaves();
});

async function leaves() {
  document.body.innerHTML =
    '<main class="panel"><button>stays</button><button>goes</button></main>';
  const home = document.querySelector('main');
  const [stays, goes] = document.querySelectorAll('button');
  if (!home || !goes) throw new Error('nothing to look at');
  const stop = keepFocus(home);
  goes.focus();
  goes.remove();
  await expect.poll(() => document.activeElement).toBe(stays);
  stop();
}
