// The printed sheet: the table on the screen, and the PDF that the browser makes of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, plain } from './expected.mjs';

/** The sheet holds the papers with counts, the fee, the due date and the place, asks to print, and fits one A4 page. */
export async function assertPrinted(person, guide, definition) {
  const rows = await tableRows(person);
  assert.deepEqual(rows.map(([name, counts]) => [name, counts]), expectedRows(person, guide, definition));
  await person.pressButton(person.say('sheet.print'));
  await person.page.waitForFunction(() => globalThis.seen.prints === 1);
  const { text, pages, size } = await printed(person.page);
  assert.equal(pages, 1);
  assert.match(size, /\(A4\)$/);
  for (const wanted of expectedTexts(person, guide, rows)) {
    assert.ok(text.includes(squeezed(wanted)), `the sheet says “${wanted}”`);
  }
}

/** Cells of each row, without the box to tick. */
async function tableRows(person) {
  const rows = await person.page.getByRole('table').getByRole('row').all();
  const columns = (await rows[0].getByRole('columnheader').allTextContents()).filter((text) => plain(text) !== '').length;
  const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allTextContents()));
  return cells.map((texts) => texts.slice(-columns).map(plain));
}

/** One row a paper; papers of which one is enough share a row. */
function expectedRows(person, guide, definition) {
  const anyOf = new Set((definition.groups ?? []).filter(({ need }) => need === 'any').map(({ id }) => id));
  const rows = [];
  for (const { name, group, certain } of guide.documents) {
    const before = rows.at(-1);
    if (anyOf.has(group) && before?.group === group) before.names.push(name);
    else rows.push({ group, certain, names: [name], counts: guide.counts.get(name) });
  }
  const perhaps = ` (${person.say('checklist.perhaps')})`;
  return rows.map(({ names, counts, certain }) => [names.join(` ${person.say('checklist.or')} `) + (certain ? '' : perhaps), counts]);
}

function expectedTexts(person, guide, rows) {
  const fee = guide.printed.find((line) => line.startsWith(`${person.say('procedure.fee')}: `)).split(': ').slice(1).join(': ');
  return [
    ...rows.flat().filter(Boolean), fee, ...guide.trips.map(({ where }) => where), person.say('sheet.disclaimer'),
    ...(guide.due ? [dayOf(guide.due)] : []), ...guide.deadlines.map(({ date }) => dayOf(date)),
  ];
}

/** What would come out of the printer; the text without any white space, read column by column. */
async function printed(page) {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-sheet-'));
  try {
    const file = join(folder, 'sheet.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true, format: 'A4' });
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    const value = (name) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(info)?.[1];
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    return { text: squeezed(text), pages: Number(value('Pages')), size: value('Page size') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function squeezed(text) {
  return text.normalize('NFC').replace(/\s+/g, '');
}
