// Blocks that are pressed: button, link, tiles. A link's `href` works without the program.
import type { Button, Link, LinkItem, Tiles } from '../screen.js';
import { icon } from './icon.js';
import { el, type Wanted } from './node.js';

export function button(block: Button): Wanted {
  return el('button', {
    type: 'button', class: 'button ' + block.kind, 'data-k': block.id, 'data-action': block.action,
  }, [icon(block.icon), label(block.id, block.label)]);
}

export function link(block: Link): Wanted {
  return anchor(block, 'link ' + block.kind);
}

export function tiles(block: Tiles): Wanted {
  const items = block.items.map((item) => el('li', {}, [anchor(item, 'tile')]));
  return el('ul', { class: 'tiles', role: 'list', 'data-b': block.id }, items);
}

/** A page elsewhere opens beside this one and learns nothing about it. */
function anchor(item: LinkItem, style: string): Wanted {
  const elsewhere = item.href.startsWith('https:');
  return el('a', {
    class: style, 'data-k': item.id, href: item.href, lang: item.lang, hreflang: item.lang, 'data-action': item.action,
    target: elsewhere ? '_blank' : undefined, rel: elsewhere ? 'noopener noreferrer' : undefined,
  }, [
    icon(item.icon ?? (style === 'link back' ? 'back' : undefined)),
    label(item.id, item.label),
    !!item.hint && el('span', { class: 'hint', 'data-k': item.id + '/hint' }, item.hint),
    style === 'link row' && icon('next', 'icon next'),
  ]);
}

function label(id: string, text: string): Wanted {
  return el('span', { class: 'label', 'data-k': id + '/label' }, text);
}
