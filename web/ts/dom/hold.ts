// Keeps the place when the window turns, or loses room to a keyboard: what was in sight stays in sight. That is the field that is typed in,
// else the first text of the page; whoever is at the very top stays there.
//  - a page that is being scrolled is the hand's: nothing is held until it has come to rest
//  - a window that is only higher or lower (bars of the browser that come and go) leaves what is read where it is

interface Held {
  element: Element;
  /** Where it stood, from the top of the window. */
  top: number;
  /** Of the window at that time. */
  width: number;
}

/** So long after the last move everything stands still. */
const restMs = 100;

let held: Held | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Where the last scroll of ours ended. */
let own = -1;

/** From now on it is known what is in sight. */
export function startHolding(): void {
  addEventListener('scroll', () => {
    if (Math.abs(scrollY - own) < 1) return;
    held = undefined;
    noteSoon();
  }, { passive: true });
  document.addEventListener('focusin', ({ target }) => {
    if (isTyped(target)) hold(target);
    else noteSoon();
  });
}

/** Called when the window has changed; gives what is to be done once the page has its new shape. */
export function placeInSight(): () => void {
  const place = held;
  return () => {
    if (!place?.element.isConnected || (place.width === innerWidth && !isTyped(place.element))) return;
    putBack(place);
    held = { ...place, width: innerWidth };
  };
}

/** Where it stood, as far as there is room. */
function putBack(place: Held): void {
  const { top, bottom } = sidesOf(place.element);
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const lowest = innerHeight - parseFloat(scrollPaddingBottom) - (bottom - top);
  const wanted = Math.max(parseFloat(scrollPaddingTop), Math.min(place.top, lowest));
  scrollBy({ top: top - wanted, behavior: 'instant' });
  own = scrollY;
}

function noteSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(note, restMs);
}

function note(): void {
  const field = document.activeElement;
  const element = isTyped(field) && isInSight(field) ? field : scrollY > 0 && firstInSight();
  if (element) hold(element);
  else held = undefined;
}

function hold(element: Element): void {
  clearTimeout(waiting);
  held = { element, top: sidesOf(element).top, width: innerWidth };
}

function isTyped(element: EventTarget | null): element is Element {
  return element instanceof Element && element.matches('#stage .field input');
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function firstInSight(): Element | undefined {
  const all = [...document.querySelectorAll('#main [data-k]')].filter((one) => one.childElementCount === 0 && one.getClientRects().length);
  return all.find((one) => one.getBoundingClientRect().top >= 0 && getComputedStyle(one).clipPath === 'none');
}

/** Of a field with what is to be mended in it. */
function sidesOf(element: Element): { top: number; bottom: number } {
  const { top, bottom } = element.getBoundingClientRect();
  const error = element.closest('.field')?.querySelector('.error')?.getBoundingClientRect();
  return { top: Math.min(top, error?.top ?? top), bottom };
}
