// The accessibility tree of every screen, as assistive technology is given it: kept in trees/NAME.yml (Vietnamese), the same in both
// views. TREES=write writes them anew; what changed is then seen in the difference.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The settings say which view is in use, and nothing else differs between the two. */
const viewChoices = /(radio "(?:Đầy đủ|Đơn giản, nhẹ máy)") \[checked\]/g;
/** In the canvas view an address that is longer than a line is broken, and the break counts as a blank in its name. */
const addresses = /link "https:[^"]*"/g;
const folder = new URL('trees/', import.meta.url);
export const writing = process.env.TREES === 'write';
if (writing) mkdirSync(folder, { recursive: true });

/**
 * The whole page but the live region, whose last word depends on the moment. The port of the server is the one thing that
 * differs from run to run: it is written as a name. The clock of the tests stands still.
 */
async function treeOf(person) {
  const parts = [];
  for (const part of await person.page.locator('body > :is(#note, .skip, noscript, #stage)').all()) {
    parts.push(await part.ariaSnapshot());
  }
  const unbroken = (name) => `link ${name.slice('link '.length).replaceAll(' ', '')}`;
  return `${parts.filter(Boolean).join('\n')}\n`.replaceAll(person.url, 'https://site.example').replace(viewChoices, '$1').replace(addresses, unbroken);
}

/** The tree of this screen is the one that is kept. */
export async function treeIsKept(person, name) {
  const file = new URL(`${name}.yml`, folder);
  const tree = await treeOf(person);
  if (writing) writeFileSync(file, tree);
  else assert.equal(tree, readFileSync(file, 'utf8'));
}
