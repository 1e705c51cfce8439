// One set of colours: the painter's (app/imgui/theme.cpp), the ones that the system asks for and the ones that a person chooses are the same.
// tests/unit/layout_test.cpp proves their contrast.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const read = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const style = read('shell/critical.css');

/** Names of inks in theme.cpp that the style sheet calls otherwise, and inks it has no name for. */
const otherName = { secondary: 'second', hairline: 'line', on_primary: 'on-primary', ok_back: 'ok-back', warning_back: 'warning-back', danger_back: 'danger-back' };
const unnamed = new Set(['none', 'qr_dark', 'qr_light']);

/** Colours of the painter by theme: {light: {page: "F7F5F0", ...}, ...}. */
function painted() {
  const rows = [...read('app/imgui/theme.cpp').matchAll(/\{0x(\w{6}), 0x(\w{6}), 0x(\w{6}), 0x\w{6}\},\s+\/\/ (\w+)/g)];
  const column = (index) => Object.fromEntries(rows.filter((row) => !unnamed.has(row[4])).map((row) => [otherName[row[4]] ?? row[4], row[index]]));
  return { light: column(1), dark: column(2), contrast: column(3) };
}

/** Colours of the block that follows `selector`; the bar's ground is the hairline where it has no colour of its own. */
function styled(selector) {
  const from = style.indexOf(selector);
  assert.notEqual(from, -1, selector);
  const body = style.slice(style.indexOf('--page', from), style.indexOf('}', style.indexOf('--page', from)));
  const found = Object.fromEntries([...body.matchAll(/--([\w-]+): #(\w{6});/g)].map(([, name, colour]) => [name, colour]));
  return { track: found.line, ...found };
}

const blocks = {
  light: [':root {'], dark: ['@media (prefers-color-scheme: dark)', '[data-theme=dark] {'],
  contrast: ['@media (prefers-contrast: more)', '[data-theme=contrast] {'],
};

for (const [theme, selectors] of Object.entries(blocks)) {
  test(`the colours of the painter and of the style sheet are the same: ${theme}`, () => {
    const wanted = painted()[theme];
    assert.ok(Object.keys(wanted).length > 15);
    for (const selector of selectors) assert.deepEqual(styled(selector), wanted, selector);
  });
}
