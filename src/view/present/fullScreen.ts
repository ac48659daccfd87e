/** What a page can say to those who ask for full screen where there is none. */
const NOT_IN_FRAME =
  'This frame may not fill the screen: the page around it has to allow it (allow="fullscreen").';
const NOT_HERE = 'This browser does not let a page fill the screen. Its own key may: F11.';

/**
 * Fills the screen with the page, or leaves it. Returns what is to be said about it; where the
 * screen cannot be filled, why not.
 */
export async function toggleFullScreen(): Promise<string> {
  if (document.fullscreenElement) {
    await document.exitFullscreen();
    return 'No longer full screen.';
  }
  return fillScreen();
}

/** Fills the screen with the page. Returns what is to be said about it. */
export async function fillScreen(): Promise<string> {
  const page = document.documentElement;
  if (!document.fullscreenEnabled || !page.requestFullscreen) return whyNot();
  try {
    await page.requestFullscreen();
    return 'Full screen. Escape leaves it.';
  } catch {
    return whyNot();
  }
}

function whyNot(): string {
  return window.parent === window ? NOT_HERE : NOT_IN_FRAME;
}
