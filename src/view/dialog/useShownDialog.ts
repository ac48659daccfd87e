import { useEffectEvent, useLayoutEffect, useRef } from 'react';

/**
 * Shows a `<dialog>` as long as it is there: in front of a page that does nothing meanwhile, or
 * beside one that goes on. The browser gives the focus back to where it was, unless it is told
 * where else.
 *
 * @param onClosed is called once it is closed, by Escape for one
 * @param focusAfter gives the focus to something else, where what had it is gone
 */
export function useShownDialog(
  place: 'in front' | 'beside',
  onClosed: () => void,
  focusAfter?: () => void,
) {
  const ref = useRef<HTMLDialogElement>(null);
  const tellClosed = useEffectEvent(onClosed);
  const moveFocus = useEffectEvent(() => focusAfter?.());
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    if (place === 'in front') dialog.showModal();
    else dialog.show();
    const onClose = () => tellClosed();
    dialog.addEventListener('close', onClose);
    return () => {
      // From here on it is closed because it goes, which nobody has to be told.
      dialog.removeEventListener('close', onClose);
      dialog.close();
      moveFocus();
    };
  }, [place]);
  return ref;
}
