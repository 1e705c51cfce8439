// Pictures of every screen of the tour, as a person sees it: `make screens` fills docs/screens/now, or SCREENS=folder another one.
//  VIEW=plain, SIZE=desktop, LOOK=dark, UI=en choose another view, window, theme and language than canvas, phone, light and vi
//  SITE=folder takes the pictures of another built site; a screen that it does not have yet is named, and left out
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goOn, journeys } from '../browser/tour.mjs';
import { sizes, timedTest } from '../browser/support.mjs';

const { SCREENS, VIEW = 'canvas', SIZE = 'phone', LOOK = 'light', UI = 'vi' } = process.env;
const folder = SCREENS ?? fileURLToPath(new URL('../../docs/screens/now/', import.meta.url));
mkdirSync(folder, { recursive: true });

for (const journey of journeys) {
  const view = journey.plainOnly ? 'plain' : VIEW;
  timedTest(`pictures of ${journey.name}`, () => goOn(journey, { view, size: SIZE, lang: UI, density: sizes[SIZE].dpr }, async (person, name) => {
    await person.page.evaluate(() => scrollTo(0, 0));
    await person.page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 60, scale: 'css' });
  }, (person) => person.page.emulateMedia({ colorScheme: LOOK, reducedMotion: 'reduce' })));
}
