// axe-core on every screen of the tour: WCAG 2.0 to 2.2, A and AA, contrast as AAA has it, and the good practice it knows: no violation.
//  - within one visit the page is shown in all three themes; in the second and third only what hangs on colour is looked at again
//  - axe has nothing to say of text over a drawing: there the drawn colours are read from a picture of the window
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contrastsIn, drawn } from './pixels.mjs';
import { openPerson } from './support.mjs';

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Light, dark and the strongest contrast, as the system asks for them; the settings choose the same colours (tests/web/colours.test.mjs). */
const themes = { light: {}, dark: { colorScheme: 'dark' }, contrast: { contrast: 'more' } };

/**
 * What is known, with the reason. The sentence for browsers without scripts stands before the header, right after the skip link, so that it is
 * the first thing to be read; it belongs to no part of the page.
 */
const known = [/^region: .*<p class="noscript">/];

/** Runs in the page. Gives violations, and what could not be judged with its reason. */
async function judge({ only }) {
  // The rule for AAA passes what it cannot judge: the rule for AA is given the numbers of AAA instead.
  const ratios = { normal: { expected: 7, minThreshold: 0, maxThreshold: 7 }, large: { expected: 4.5, minThreshold: 0, maxThreshold: 4.5 } };
  axe.configure({ checks: [{ id: 'color-contrast', options: { contrastRatio: ratios } }] });
  const looking = async (styles, options) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const found = await axe.run(document, options);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    return found;
  };
  // The input of an answer lies see-through over its label, and its mark beside the words; axe looks through neither.
  const colours = () => looking('.option input { visibility: hidden !important } .option label::before, .option label::after { display: none !important }', {
    runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations', 'incomplete'],
  });
  // The main button at the thumb lies over what is scrolled under it; that it never lies over the focus is seen in gate_keys.mjs.
  const rest = () => looking('[data-view=plain] #foot, #note { position: static !important }', {
    runOnly: { type: 'tag', values: only }, rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } }, resultTypes: ['violations'],
  });
  const results = only ? [await colours(), await rest()] : [await colours()];
  const lines = (list) => list.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 160)}`));
  return { violations: lines(results.flatMap(({ violations }) => violations)), unknown: lines(results[0].incomplete) };
}

async function look(person, only) {
  if (!await person.page.evaluate(() => !!globalThis.axe)) await person.page.evaluate(axe);
  return person.page.evaluate(judge, { only });
}

/** Runs in the page: each drawn text that lies wholly in the window and under nothing else; css px. */
function drawnTexts() {
  const foot = document.documentElement.hasAttribute('data-foot') ? document.getElementById('foot').getBoundingClientRect().top : innerHeight;
  const texts = [...document.querySelectorAll('#stage [data-p=""]')].filter((one) => one.childElementCount === 0 && one.textContent.trim());
  return texts.map((one) => {
    const { x, y, width, height, bottom } = one.getBoundingClientRect();
    const { fontSize, fontWeight } = getComputedStyle(one);
    const size = parseFloat(fontSize);
    const wanted = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 4.5 : 7;
    return { x, y, width, height, wanted, text: one.textContent, inside: y >= 0 && bottom <= (one.closest('#foot') ? innerHeight : foot) && width > 0 };
  }).filter(({ inside }) => inside);
}

/** What is drawn at the top of the screen has its contrast. What lies below has the same few inks, which a unit test holds to theirs. */
async function assertDrawn(person, theme) {
  const texts = await person.page.evaluate(drawnTexts);
  assert.ok(texts.length > 2, 'some text is drawn in the window');
  const contrasts = await contrastsIn(person, texts);
  const weak = texts.map(({ text, wanted }, index) => ({ text, wanted, is: contrasts[index] })).filter(({ wanted, is }) => is < wanted);
  assert.deepEqual(weak, [], `drawn text (${theme})`);
}

/** A page that runs no scripts cannot run axe: the same markup is looked at where scripts run, with what only such a browser shows. */
async function asSeenWithoutScripts(person) {
  const markup = (await person.page.content()).replace(/<script[\s\S]*?<\/script>|<\/?noscript>/g, '');
  const other = await openPerson({ lang: person.lang });
  const address = person.page.url();
  await other.page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }));
  await other.page.goto(address);
  return other;
}

async function inAllThemes(person) {
  const around = { colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'reduce' };
  for (const [theme, media] of Object.entries(themes)) {
    await person.page.emulateMedia({ ...around, ...media });
    await person.page.evaluate(() => scrollTo(0, 0));
    await drawn(person);
    const { violations, unknown } = await look(person, theme === 'light' ? tags : undefined);
    assert.deepEqual(violations.filter((line) => !known.some((one) => one.test(line))), [], theme);
    if (await person.viewNow() === 'canvas') await assertDrawn(person, theme);
    else assert.deepEqual(unknown, [], `colours that cannot be judged (${theme})`);
  }
  await person.page.emulateMedia(around);
}

/** One screen, in every theme. */
export async function axeFindsNothing(person, { script }) {
  if (script) return inAllThemes(person);
  const other = await asSeenWithoutScripts(person);
  try {
    await inAllThemes(other);
  } finally {
    await other.close();
  }
}
