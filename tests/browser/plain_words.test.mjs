// Plain words beside hard ones, switched on where they are needed, and drawings beside papers: the same in both views.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plain, procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { personTest, until } from './support.mjs';

const { terms } = JSON.parse(readFileSync(fileURLToPath(new URL('../../content/glossary.json', import.meta.url)), 'utf8'));
const birth = procedure('dang-ky-khai-sinh');

const switchOn = (person) => person.role('button', person.say('words.plain_on'));
const switchOff = (person) => person.role('button', person.say('words.plain_off'));

/** The headings, sentences and answers of the page, as they are read, without line breaks of the canvas view. */
async function texts(person) {
  const found = await person.page.getByRole('main').locator('h1, h2, h3, p, li, dt, dd, label').allTextContents();
  return found.map((text) => plain(text.replace(/\s+/g, ' ')));
}

/** Each text is the one before, but for plain words of the glossary in parentheses; gives how many were put in. */
function assertOnlyAdded(before, after, lang) {
  const added = terms.filter((term) => term.plain).map((term) => ` (${plain(term.plain[lang])})`);
  let count = 0;
  assert.equal(after.length, before.length);
  after.forEach((text, index) => {
    let rest = text;
    for (const one of added) {
      if (!rest.includes(one) || before[index].includes(one)) continue;
      rest = rest.replace(one, '');
      count += 1;
    }
    assert.equal(rest, before[index]);
  });
  return count;
}

for (const [view, lang] of [['plain', 'vi'], ['canvas', 'vi'], ['plain', 'en'], ['canvas', 'en']]) {
  personTest(`plain words are put in and taken out by one press, and stay on (${view}, ${lang})`, { view, lang, ends: 'plain' }, async (person) => {
    await person.open(`/${lang}/tt/${birth.id}/`);
    await answer(person, birth.questions[0], 'facility');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birth.questions[1].text[lang]);
    if (view === 'canvas') await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
    await switchOn(person).waitFor();
    const before = await texts(person);
    await person.press(switchOn(person));
    await switchOff(person).waitFor();
    assert.ok(assertOnlyAdded(before, await texts(person), lang) > 0, 'some words are explained in place');
    assert.equal(await person.page.evaluate(() => localStorage.getItem('danloi.plainWords')), 'on');
    await person.press(switchOff(person));
    await switchOn(person).waitFor();
    assert.deepEqual(await texts(person), before);
    await person.press(switchOn(person));
    await switchOff(person).waitFor();
    assert.equal(await person.viewNow(), view);
    await person.page.reload(); // which begins in the plain view
    await switchOff(person).waitFor();
    await until(async () => assertSome(before, await texts(person)), 'the plain words after the page was loaded anew');
  });
}

/** Whether the texts have more in them than before. */
const assertSome = (before, after) => after.join('').length > before.join('').length;

for (const view of ['plain', 'canvas']) {
  personTest(`a drawing says the kind of a paper where its name does not, and stands beside it (${view})`, { view, size: 'tablet' }, async (person) => {
    await person.open(`/vi/tt/${birth.id}/`);
    await answer(person, birth.questions[0], 'facility');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birth.questions[1].text.vi);
    await person.page.goBack();
    await person.page.getByRole('heading', { level: 1, name: plain(birth.title.vi) }).waitFor();
    assert.equal(await person.viewNow(), view);
    const paper = birth.documents.find(({ id }) => id === 'giay-sinh-nuoc-ngoai-cap');
    const name = person.page.getByRole('main').getByRole('heading', { name: plain(paper.name.vi), exact: true });
    const [kind] = person.say('paper.certificate').split(',');
    const drawing = name.locator('..').getByRole('img', { name: kind, exact: true });
    const [a, b] = await Promise.all([drawing.boundingBox(), name.boundingBox()]);
    assert.ok(a.width >= 24 && a.height >= 24, `a drawing of ${a.width} x ${a.height}`);
    assert.ok(a.x + a.width <= b.x, 'the name stands to the right of it');
    assert.ok(a.y < b.y + b.height && b.y < a.y + a.height, 'on the same line');
  });
}
