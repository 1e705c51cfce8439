// Coming to another screen: focus on its heading at the top, or, on going back, on the control that was left.
import { lastControl, wentBack } from '../bridge.js';
import type { Screen } from '../screen.js';
import { elementOf, focusQuietly } from './focus.js';

interface Place {
  screen: string;
  control: string;
  scroll: number;
}

/** The screens on the way here, oldest first. */
const trail: Place[] = [];

/** Notes where the person was. Called before the page changes. */
export function leave(): void {
  const screen = document.getElementById('stage')?.dataset['screen'];
  if (screen) trail.push({ screen, control: lastControl(), scroll: scrollY });
}

/** Called once the page is final: the focus is asked for once and nothing ever calls blur(). */
export function arrive(screen: Screen): void {
  const left = wentBack() ? placeLeft(screen.id) : undefined;
  const control = elementOf(left?.control);
  focusQuietly(control ?? elementOf(screen.focus) ?? document.querySelector<HTMLElement>('#main h1'));
  scrollTo(0, control ? (left?.scroll ?? 0) : 0);
}

/** The place of that name on the way here, which the person is now back at. */
function placeLeft(screen: string): Place | undefined {
  for (let index = trail.length - 1; index >= 0; index--) {
    if (trail[index]?.screen === screen) return trail.splice(index)[0];
  }
  return undefined;
}
