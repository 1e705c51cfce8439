// Hard words are explained below the page that uses them, in both languages and both views. And the search: what it needs
// is fetched when somebody begins to search, and a slow or broken network is met with patience.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plain, procedure, say } from './expected.mjs';
import { inkOf } from './ink.mjs';
import { answer } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { openPerson, personTest, timedTest, until } from './support.mjs';

const { terms } = JSON.parse(readFileSync(fileURLToPath(new URL('../../content/glossary.json', import.meta.url)), 'utf8'));
const birth = procedure('dang-ky-khai-sinh');
const marriage = procedure('dang-ky-ket-hon');
const copies = procedure('chung-thuc-ban-sao');
const page = (lang, { id }) => `/${lang}/tt/${id}/`;

/** "Words explained: ...", whatever the words are. */
function wordsButton(person) {
  return person.role('button', beginsWith(person.say('words.title', { words: '' })));
}

/** The button with what it opens. */
function wordsBlock(person) {
  return person.page.getByRole('main').locator('div').filter({ has: wordsButton(person) }).last();
}

/** Terms and meanings below the button, by term. */
const wordsShown = (person) => person.facts(wordsBlock(person));

/** What the page itself says, without the explanations. */
async function textWithoutWords(person) {
  const texts = await wordsBlock(person).evaluate((block) => {
    const found = [];
    const walker = document.createTreeWalker(block.closest('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!block.contains(walker.currentNode)) found.push(walker.currentNode.data);
    return found;
  });
  return plain(texts.join(' ')).toLowerCase();
}

/** Each word stands on the page, has the meaning of the glossary, and the first three are named by the button. */
async function assertWords(person) {
  const { lang } = person;
  const shown = await wordsShown(person);
  const text = await textWithoutWords(person);
  assert.ok(shown.size > 0, 'some words are explained');
  for (const [word, meaning] of shown) {
    const term = terms.find((one) => plain(one.term[lang]) === word);
    assert.equal(meaning, plain(term?.meaning[lang] ?? ''), word);
    const forms = [word, ...(term.forms?.[lang] ?? [])].map((form) => plain(form).toLowerCase());
    assert.ok(forms.some((form) => text.includes(form)), `“${word}” stands on the page`);
  }
  const words = [...shown.keys()];
  const named = words.slice(0, 3).join(', ') + (words.length > 3 ? '…' : '');
  assert.equal(plain(await wordsButton(person).innerText()), plain(person.say('words.title', { words: named })));
  return shown;
}

/** With the keyboard Enter opens and closes; the focus stays. Gives what was shown. */
async function openAndClose(person) {
  const button = wordsButton(person);
  await button.waitFor();
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  await person.press(button);
  await until(async () => await button.getAttribute('aria-expanded') === 'true', 'the words to open');
  if (person.input === 'keyboard') assert.ok(await person.isFocused(button), 'the focus stays on the button');
  const shown = await assertWords(person);
  await person.press(button);
  await until(async () => await button.getAttribute('aria-expanded') === 'false', 'the words to close');
  assert.equal((await wordsShown(person)).size, 0);
  return shown;
}

/** On the procedure's own page and on its second question. Gives the words of both. */
async function goAndLook(person, definition, first) {
  await person.open(page(person.lang, definition));
  const before = await openAndClose(person);
  await answer(person, definition.questions[0], first);
  await person.pressButton(person.say('question.continue'));
  await person.arrives(definition.questions[1].text[person.lang]);
  return [before, await openAndClose(person)];
}

const looks = [['keyboard', 'phone', 'vi'], ['keyboard', 'desktop', 'en'], ['touch', 'phone', 'vi'], ['mouse', 'wide', 'en']];

for (const [input, size, lang] of looks) {
  timedTest(`hard words open with their meaning, the same in both views (${input}, ${size}, ${lang})`, async () => {
    const both = [];
    for (const view of ['plain', 'canvas']) {
      const person = await openPerson({ view, input, size, lang });
      try {
        both.push((await goAndLook(person, birth, 'facility')).map((shown) => [...shown]));
        assert.equal(await person.viewNow(), view);
        await person.assertNoFaults();
      } catch (error) {
        error.message += `\n${view} ${await person.describe()}`;
        throw error;
      } finally {
        await person.close();
      }
    }
    assert.deepEqual(both[0], both[1]);
  });
}

personTest('a meaning is drawn where the text of the page stands', { view: 'canvas', density: 3 }, async (person) => {
  await person.open(page('vi', birth));
  await answer(person, birth.questions[0], 'facility');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[1].text.vi);
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  await wordsButton(person).waitFor();
  await person.press(wordsButton(person));
  const shown = await assertWords(person);
  for (const text of [...shown].flat()) {
    const target = person.page.getByRole('main').locator('dt,dd').filter({ hasText: text.split(' ').slice(0, 3).join(' ') }).last();
    await target.scrollIntoViewIfNeeded();
    const { wanted, drawn } = await inkOf(person, target);
    assert.ok(Math.abs(wanted.left - drawn.left) <= 3, `left of “${text}”: page ${wanted.left}, drawing ${drawn.left}`);
    assert.ok(Math.abs(wanted.right - drawn.right) <= 3, `right of “${text}”: page ${wanted.right}, drawing ${drawn.right}`);
  }
});

for (const lang of ['vi', 'en']) {
  personTest(`the explanations that fail to come take nothing away (${lang})`, { lang }, async (person) => {
    const asked = person.page.waitForRequest(/\/data\/words\./);
    await person.page.route(/\/data\/words\./, (route) => route.abort());
    await person.open(page(lang, birth));
    await asked;
    await until(() => person.faults.list.length, 'the failed request');
    await answer(person, birth.questions[0], 'facility');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birth.questions[1].text[lang]);
    assert.equal(await wordsButton(person).count(), 0);
    assert.equal(await person.page.getByRole('alert').count(), 0);
    person.forgive(/net::ERR_FAILED/);
  });
}

// --- the search ---

const finder = /\/assets\/finder\.[0-9a-f]+\.wasm/;
const places = /\/data\/places\//;
const asked = (person, pattern) => person.faults.requests.filter((address) => pattern.test(address)).length;
const box = (person) => person.role('searchbox', person.say('home.search.label'));
const hit = (person, definition) => person.page.getByRole('main').getByRole('link', { name: beginsWith(definition.plainTitle[person.lang]) });

/** Everything that waits until the page is idle has been asked for: the explanations and the fonts. */
async function settled(person) {
  await wordsButton(person).waitFor();
  await person.page.waitForLoadState('networkidle');
}

for (const view of ['plain', 'canvas']) {
  personTest(`the finder is fetched once, when somebody searches (${view})`, { view }, async (person) => {
    await person.open(page('vi', copies));
    await settled(person);
    await answer(person, copies.questions[0], 'plainOk');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(person.say('checklist.title'));
    await settled(person);
    await person.pressButton(person.say('checklist.ready_button'));
    await person.arrives(person.say('ready.title'));
    assert.equal(asked(person, finder) + asked(person, places), 0, 'nobody has searched');
    await person.openHome();
    await person.type(person.say('home.search.label'), 'ket hon', 'searchbox');
    await hit(person, marriage).first().waitFor();
    assert.equal(asked(person, finder), 1);
    assert.equal(asked(person, places), 0, 'no place was looked for');
    await box(person).fill('');
    await person.page.keyboard.type('khai sinh');
    await hit(person, birth).first().waitFor();
    assert.equal(asked(person, finder), 1, 'it is there already');
  });
}

for (const [view, lang] of [['plain', 'vi'], ['canvas', 'vi'], ['plain', 'en']]) {
  personTest(`with a slow network the search says so, takes every letter and then finds (${view}, ${lang})`, { view, lang }, async (person) => {
    let release;
    const open = new Promise((resolve) => { release = resolve; });
    await person.page.route(finder, async (route) => {
      await open;
      await route.continue();
    });
    await person.open(`/${lang}/`);
    const typed = lang === 'vi' ? 'ket hon' : 'marri';
    await person.type(person.say('home.search.label'), typed, 'searchbox');
    await person.reads(person.say('home.searching'));
    assert.ok(await person.isFocused(box(person)));
    release();
    await hit(person, marriage).first().waitFor();
    assert.equal(await person.page.getByText(person.say('home.searching')).count(), 0);
    assert.equal(await box(person).inputValue(), typed);
    assert.ok(await person.isFocused(box(person)));
    assert.equal(asked(person, finder), 1);
    await person.press(hit(person, marriage).first());
    await person.arrives(marriage.title[lang]);
  });
}

personTest('what was typed before the finder came is not answered any more', {}, async (person) => {
  let release;
  const open = new Promise((resolve) => { release = resolve; });
  await person.page.route(finder, async (route) => {
    await open;
    await route.continue();
  });
  await person.open('/vi/');
  await person.type(person.say('home.search.label'), 'khai sinh', 'searchbox');
  await box(person).fill('');
  await person.page.keyboard.type('ket hon');
  release();
  await hit(person, marriage).first().waitFor();
  const first = person.page.getByRole('main').getByRole('link').first();
  assert.ok(plain(await first.innerText()).startsWith(plain(marriage.plainTitle.vi)));
});

for (const view of ['plain', 'canvas']) {
  personTest(`without the finder the list is there, and typing on works when the network is back (${view})`, { view }, async (person) => {
    await person.page.route(finder, (route) => route.abort());
    await person.openHome();
    await person.type(person.say('home.search.label'), 'ket ho', 'searchbox');
    await person.page.getByRole('alert').getByText(say('vi', 'home.search.failed')).waitFor();
    await hit(person, birth).first().waitFor();
    assert.equal(await box(person).inputValue(), 'ket ho');
    await until(() => asked(person, finder) === person.faults.list.length, 'every request to fail');
    await person.page.unroute(finder);
    await person.page.keyboard.type('n');
    await until(async () => await person.page.getByRole('alert').count() === 0, 'the message to go');
    await hit(person, marriage).first().waitFor();
    person.forgive(/net::ERR_FAILED/);
  });
}
