// From a block of a Screen to the elements that show it; the blocks that hold others are here.
import type { Block, Card, Disclosure } from '../screen.js';
import { button, link, tiles } from './action_blocks.js';
import { icon } from './icon.js';
import { choices, field } from './input_blocks.js';
import { el, type Wanted } from './node.js';
import { qr, table, writingLines } from './paper_blocks.js';
import { facts, heading, list, notice, paragraph, progress, tags, toneMark } from './text_blocks.js';

export function blocks(all: Block[] | undefined): Wanted[] {
  return (all ?? []).map(block);
}

/** No default: the compiler names the kind that was forgotten. */
function block(b: Block): Wanted {
  switch (b.t) {
    case 'heading': return heading(b);
    case 'paragraph': return paragraph(b);
    case 'progress': return progress(b);
    case 'choices': return choices(b);
    case 'field': return field(b);
    case 'button': return button(b);
    case 'link': return link(b);
    case 'tiles': return tiles(b);
    case 'tags': return tags(b);
    case 'facts': return facts(b);
    case 'list': return list(b);
    case 'notice': return notice(b);
    case 'table': return table(b);
    case 'qr': return qr(b);
    case 'writing_lines': return writingLines(b);
    case 'card': return card(b);
    case 'disclosure': return disclosure(b);
  }
}

function card(b: Card): Wanted {
  return el('section', { class: 'card', 'data-k': b.id, 'data-tone': toneMark(b.tone) }, blocks(b.children));
}

function disclosure(b: Disclosure): Wanted {
  return el('div', { class: 'disclosure', 'data-b': b.id }, [
    el('button', {
      type: 'button', class: 'button disclose', 'aria-expanded': b.open ? 'true' : 'false', 'data-k': b.id,
      'data-action': b.action,
    }, [icon(b.open ? 'up' : 'down'), el('span', { class: 'label', 'data-k': b.id + '/label' }, b.summary)]),
    !!b.open && el('div', { class: 'more' }, blocks(b.children)),
  ]);
}
