// Blocks of the printed sheet: table with boxes to tick, QR code, lines to write on.
import type { Qr, Table, WritingLines } from '../screen.js';
import { picture } from './icon.js';
import { el, type Wanted } from './node.js';

/** The roles are written out: the canvas view lays the cells out itself, and browsers then forget the table. */
export function table(block: Table): Wanted {
  const head = block.columns.map((text, index) =>
    el('th', { scope: 'col', role: 'columnheader', 'data-k': `${block.id}/h/${index}` }, text));
  const rows = block.rows.map((cells, row) => el('tr', { role: 'row' }, [
    !!block.ticks && el('td', { class: 'tick', role: 'cell', 'data-k': `${block.id}/${row}/tick` }, [picture(block.pictures?.[row], `${block.id}/${row}/picture`)]),
    ...cells.map((text, column) => el('td', { role: 'cell', 'data-k': `${block.id}/${row}/${column}` }, text)),
  ]));
  return el('table', { class: block.pictures ? 'table drawn' : 'table', role: 'table', 'data-b': block.id }, [
    el('caption', { 'data-k': block.id + '/caption' }, block.caption),
    el('thead', { role: 'rowgroup' }, [
      el('tr', { role: 'row' }, [
        !!block.ticks && el('td', { class: 'tick', role: 'cell', 'data-k': block.id + '/h/tick' }), ...head,
      ]),
    ]),
    el('tbody', { role: 'rowgroup' }, rows),
  ]);
}

/** Four modules of quiet zone on each side, as the standard asks. */
export function qr(block: Qr): Wanted {
  const quiet = 4;
  const side = block.side + 2 * quiet;
  return el('div', { class: 'qr', role: 'img', 'aria-label': block.label, 'data-k': block.id }, [
    el('svg', { viewBox: `${-quiet} ${-quiet} ${side} ${side}`, 'aria-hidden': 'true' }, [
      el('path', { d: runsOfModules(block) }),
    ]),
  ]);
}

/** One rectangle for each run of dark modules in a row. */
function runsOfModules(block: Qr): string {
  let path = '';
  for (let y = 0; y < block.side; y++) {
    for (let x = 0; x < block.side; x++) {
      const start = x;
      while (x < block.side && block.modules[y * block.side + x] === '1') x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
  }
  return path;
}

export function writingLines(block: WritingLines): Wanted {
  const lines = Array.from({ length: block.lines }, () => el('div', { class: 'line' }));
  return el('div', { class: 'writing', 'data-b': block.id }, [
    el('p', { 'data-k': block.id + '/label' }, block.label), ...lines,
  ]);
}
