// The page's own letters. They come once the core is up, so that they never compete with what is needed to answer.
import { asset } from './assets.js';

/** Adds both weights; text stands in the system's letters until they are there, and stays so when they do not come. */
export function loadFonts(): void {
  for (const [name, weight] of [['font400', '400'], ['font600', '600']] as const) {
    const address = asset(name);
    if (!address) continue;
    const face = new FontFace('Be Vietnam Pro', `url("${address}")`, { weight, display: 'swap' });
    document.fonts.add(face);
    face.load().catch(() => undefined);
  }
}
