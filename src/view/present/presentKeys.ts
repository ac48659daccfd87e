import { goNext } from './goNext';
import { goToTyped, typeDigit } from './jumpToEvent';
import { blank, type Instance, pressFullScreen, resize, startPresenting } from './presenting';
import { switchSpotlight } from './spotlight';

/** What a key of the figure does for somebody in front of an audience. */
export function pressPresentKey(store: Instance, key: string): void {
  const typed = store.getState().presenting?.typed ?? '';
  if (/^\d$/.test(key) && (key !== '0' || typed !== '')) return typeDigit(store, key);
  switch (key.toLowerCase()) {
    case 'f':
      return void pressFullScreen(store);
    case 'pagedown':
      return goNext(store);
    case 'f5':
      return void startPresenting(store);
    case 'b':
    case '.':
      return blank(store, 'black');
    case 'w':
      return blank(store, 'white');
    case 's':
      return switchSpotlight(store);
    case '+':
    case '=':
      return resize(store, 1);
    case '-':
      return resize(store, -1);
    case '0':
      return resize(store, 0);
    case 'enter':
      return goToTyped(store);
    default:
      // Backspace, Escape: what was typed is given up.
      return store.getState().present({ typed: '' });
  }
}
