// Finding elements by key and giving them the focus.

/** The element with this key: the block itself, or the inside of a block without a rectangle of its own. */
export function elementOf(key: string | undefined): HTMLElement | null {
  if (!key) return null;
  const name = CSS.escape(key);
  return document.querySelector(`#stage [data-k="${name}"]`) ?? document.querySelector(`#stage [data-b="${name}"]`);
}

/** Focus without scrolling; text takes the focus from the program only, never by Tab. */
export function focusQuietly(element: HTMLElement | null): void {
  if (!element) return;
  const control = element.matches('a,button,input') ? element : null;
  if (!control) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
