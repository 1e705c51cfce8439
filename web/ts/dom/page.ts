// Puts a Screen into the page: four regions of one stage, made once and patched from then on.
import type { Screen } from '../screen.js';
import { arrive, leave } from './arrive.js';
import { blocks } from './blocks.js';
import { elementOf, focusQuietly } from './focus.js';
import { patchChildren } from './patch.js';

const regions = ['bar', 'main', 'aside', 'foot'] as const;

/**
 * Puts a screen into the page. Another id than before means that the person has come to another place. Gives what is
 * to be done once everything stands where it belongs: the focus.
 */
export function show(screen: Screen): () => void {
  const stage = document.getElementById('stage') as HTMLElement;
  const arriving = stage.dataset['screen'] !== screen.id;
  const before = document.activeElement;
  if (arriving) leave();
  if (document.title !== screen.title) document.title = screen.title; // a change of it means another screen (offline.ts)
  if (arriving) stage.dataset['screen'] = screen.id;
  stage.toggleAttribute('data-paper', screen.paper === true);
  stage.toggleAttribute('data-aside', !!screen.aside?.length);
  for (const name of regions) {
    const region = document.getElementById(name);
    if (!region) continue;
    patchChildren(region, blocks(screen[name]), { refilling: arriving || isReadOnly(screen) });
    region.toggleAttribute('hidden', !screen[name]?.length);
  }
  return () => (arriving ? arrive(screen) : keepFocus(before, screen));
}

/** Another page works on what is shown here, or a newer version of the app has: nothing that is entered is taken. */
function isReadOnly({ main = [] }: Screen): boolean {
  return main.some(({ id }) => id === 'elsewhere' || id === 'newer-app');
}

/** The same place as before, changed: the reader must not be left behind. */
function keepFocus(before: Element | null, screen: Screen): void {
  const lost = before && before !== document.body && !before.isConnected;
  if (lost) focusQuietly(elementOf(screen.focus));
  const error = document.querySelector('#main .error');
  if (error && before?.matches('#stage .primary')) goToError(error);
}

/** "Continue" was refused: the focus goes to what is to be mended, and the reason is read out with it. */
function goToError(error: Element): void {
  const control = error.parentElement?.querySelector<HTMLElement>('input');
  error.scrollIntoView({ block: 'center' });
  focusQuietly(control ?? null);
}
