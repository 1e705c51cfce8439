// Drawings of the icon set that the painter uses as well (shell/icons.json).
import icons from '../../../shell/icons.json';
import type { Picture } from '../screen.js';
import { el, type Attributes, type Wanted } from './node.js';

/** Strokes of an icon on a field of 24 x 24: each is a list of steps such as ["M", x, y]. */
type Strokes = (string | number)[][][];

/** A drawing beside words, at the place `key`; its label, if it has one, is its text alternative. */
export function picture(given: Picture | undefined, key: string): Wanted | false {
  return !!given && icon(given[0], 'icon picture', { role: given[1] && 'img', 'aria-label': given[1], 'data-k': given[1] && key });
}

/** An icon that says nothing to those who listen: the text beside it does. An unknown name draws nothing. */
export function icon(name: string | undefined, style = 'icon', said: Attributes = {}): Wanted | false {
  const strokes = name && (icons as unknown as Record<string, Strokes>)[name];
  if (!strokes) return false;
  const path = strokes.flat().map(([step, ...numbers]) => step + numbers.join(' ')).join('');
  return el('svg', { class: style, viewBox: '0 0 24 24', 'aria-hidden': said['aria-label'] ? undefined : 'true', ...said }, [el('path', { d: path })]);
}
