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

it('never gives it to a tab that is not chosen', async () => {
  document.body.innerHTML =
    '<main class="panel"><button>chosen</button><button tabindex="-1">not</button>' +
    '<button>goes</button></main>';
  expect(await focusAfterTheLastButton()).toHaveTextContent('chosen');
});

it('gives it to what is told of a message, not to the tab of its panel', async () => {
  document.body.innerHTML =
    '<main class="panel"><button>tab</button>' +
    '<section class="wirePicked"><button>Drop</button></section></main>';
  expect(await focusAfterTheLastButton()).toHaveClass('wirePicked');
});

/** What has the focus after the last button had it and went. */
async function focusAfterTheLastButton(): Promise<Element | null> {
  const home = document.querySelector('main');
  const goes = [...document.querySelectorAll('button')].at(-1);
  if (!home || !goes) throw new Error('nothing to look at');
  const stop = keepFocus(home);
  goes.focus();
  goes.remove();
  await expect.poll(() => document.activeElement).not.toBe(document.body);
  stop();
  return document.activeElement;
}

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
