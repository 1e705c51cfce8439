// Blocks that are only read: heading, paragraph, progress, list, facts, tags, notice.
import type { Facts, Heading, List, Notice, Paragraph, Picture, Progress, Tags, Tone } from '../screen.js';
import { icon, picture } from './icon.js';
import { el, idOf, type Wanted } from './node.js';

/** The usual tone needs no mark. */
export function toneMark(tone: Tone | undefined): string | undefined {
  return tone === 'body' ? undefined : tone;
}

export function heading(block: Heading): Wanted {
  const words = el('h' + block.level, { 'data-k': block.id }, block.text);
  return block.picture ? el('div', { class: 'pictured', 'data-b': block.id }, [picture(block.picture, block.id + '/picture'), words]) : words;
}

export function paragraph(block: Paragraph): Wanted {
  return el('p', { 'data-k': block.id, 'data-tone': toneMark(block.tone) }, block.text);
}

export function progress(block: Progress): Wanted {
  const label = block.id + '/label';
  return el('div', { class: 'progress', 'data-k': block.id }, [
    el('p', { id: idOf(label), 'data-k': label }, block.label),
    el('progress', {
      'data-k': block.id + '/bar', value: String(block.value), max: String(block.max), 'aria-labelledby': idOf(label),
    }),
  ]);
}

/** `role` says again that it is a list: some browsers forget it when the marks are drawn by the style sheet. */
export function list(block: List): Wanted {
  const items = block.items.map((text, index) => {
    const key = `${block.id}/${index}`;
    const drawn = block.pictures?.[index];
    return drawn ? el('li', { class: 'pictured' }, [picture(drawn, key + '/picture'), el('span', { 'data-k': key }, text)]) : el('li', { 'data-k': key }, text);
  });
  return el(block.ordered ? 'ol' : 'ul', { class: 'list', role: 'list', 'data-b': block.id }, items);
}

/** So many signs fill two lines beside a term on a phone; longer values stand under their terms there. */
const longValue = 36;

export function facts(block: Facts): Wanted {
  const long = block.rows.some(([, value]) => [...value].length > longValue);
  const rows = block.rows.map(([term, value], index) => el('div', {}, [
    named(`${block.id}/${index}/dt`, term, block.pictures?.[index]),
    el('dd', { 'data-k': `${block.id}/${index}/dd` }, value),
  ]));
  return el('dl', { class: block.prose ? 'facts prose' : long ? 'facts long' : 'facts', 'data-b': block.id }, rows);
}

function named(key: string, term: string, drawn: Picture | undefined): Wanted {
  return drawn ? el('dt', { class: 'pictured' }, [picture(drawn, key + '/picture'), el('span', { 'data-k': key }, term)]) : el('dt', { 'data-k': key }, term);
}

export function tags(block: Tags): Wanted {
  const items = block.items.map(([text, tone], index) =>
    el('li', { 'data-k': `${block.id}/${index}`, 'data-tone': toneMark(tone) }, text));
  return el('ul', { class: 'tags', role: 'list', 'data-b': block.id }, items);
}

export function notice(block: Notice): Wanted {
  return el('div', { class: 'notice', role: block.alert ? 'alert' : undefined, 'data-k': block.id, 'data-tone': toneMark(block.tone) }, [
    icon(noticeIcon(block.tone)),
    !!block.title && el('p', { class: 'title', 'data-k': block.id + '/title' }, block.title),
    el('p', { 'data-k': block.id + '/text' }, block.text),
  ]);
}

function noticeIcon(tone: Tone | undefined): string | undefined {
  if (tone === 'ok') return 'check';
  if (tone === 'info') return 'info';
  return tone === 'warning' || tone === 'danger' ? 'warning' : undefined;
}
