// A life event is a chain: its procedures in order, with notes; papers that were got ready for one are noted for the next,
// and the browser's Back goes all the way home.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plain, procedure, walk } from './expected.mjs';
import { answer, answerAll, completeChecklist } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { personTest, until } from './support.mjs';

const { events } = JSON.parse(readFileSync(fileURLToPath(new URL('../../content/life-events.json', import.meta.url)), 'utf8'));
const event = events.find(({ id }) => id === 'sinh-con');
const chain = event.procedures.map(procedure);
const [, first, next] = chain;  // the one before is for whoever wants both at once
const given = {
  [first.id]: {
    birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01',
    filer: 'parent', copies: 0,
  },
  [next.id]: {
    person: 'newborn', withParent: true, birthRegistered: '2026-11-10', dwelling: 'own', coOwners: 'one', area: true, houseInData: true,
    kinInData: true, movedIn: '2026-11-10', channel: 'counter', feeGroup: false,
  },
};

const guideOf = ({ id }, person) => walk(id, given[id], person.lang);
const stepName = (person, number) => `${number}. ${chain[number - 1].plainTitle[person.lang]}`;
const step = (person, number) => person.page.getByRole('main').getByRole('link', { name: beginsWith(stepName(person, number)) });

async function openEvent(person) {
  await person.open(`/${person.lang}/`);
  await person.arrives(person.say('home.title'), { focused: false });
  await person.pressLink(event.title[person.lang]);
  await person.arrives(event.title[person.lang]);
}

/** The steps in the order of the event, each with the sentence that says when it is the right one. */
async function assertChain(person) {
  const { lang } = person;
  await person.reads(person.say('event.lead'));
  const links = (await person.page.getByRole('main').getByRole('link').allTextContents()).map(plain);
  assert.deepEqual(links, chain.map(({ id }, index) => plain(stepName(person, index + 1) + event.notes[id][lang])));
}

/** From the procedure's own page, all questions answered, all papers ticked, to the ready page. */
async function goThrough(person, definition) {
  const guide = guideOf(definition, person);
  await person.arrives(definition.title[person.lang]);
  await answerAll(person, definition, guide, given[definition.id]);
  await person.arrives(person.say('checklist.title'));
  await completeChecklist(person, guide);
  await person.arrives(person.say('ready.title'));
}

/** Follows "what to do next" from the ready page. */
async function goOnWith(person, definition) {
  await person.heading(person.say('event.next'), 2).waitFor();
  await person.reads(person.say('event.next.lead'));
  await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(definition.plainTitle[person.lang]) }));
  await person.arrives(definition.title[person.lang]);
}

/** Papers by name that both procedures ask for in these cases. */
function sharedPapers(person) {
  const [before, after] = [first, next].map((definition) => guideOf(definition, person).documents
    .map(({ id, name }) => ({ name, shared: definition.documents.find((one) => one.id === id).shared })).filter(({ shared }) => shared));
  return after.filter(({ shared }) => before.some((one) => one.shared === shared)).map(({ name }) => name);
}

async function assertCarried(person) {
  const shared = sharedPapers(person);
  assert.ok(shared.length > 0, 'the two procedures share a paper');
  const papers = guideOf(next, person).documents;
  for (const { name } of papers) {
    const have = person.role('group', person.say('checklist.state_of', { name })).getByRole('radio', { name: person.say('checklist.state.have'), exact: true });
    assert.equal(await have.isChecked(), shared.includes(name), name);
  }
  await person.reads(person.say('checklist.lead', { have: shared.length, total: papers.length }));
  await person.reads(person.say('event.followed', { name: first.title[person.lang] }));
}

/** Headings from the newest page back to the first, as the browser's Back shows them. */
function wayBack(person) {
  const { lang } = person;
  const questions = (definition) => guideOf(definition, person).asked.slice(1).reverse()
    .map((id) => definition.questions.find((one) => one.id === id).text[lang]);
  return [
    ...questions(next), next.title[lang], person.say('ready.title'), person.say('checklist.title'), ...questions(first),
    first.title[lang], event.title[lang], person.say('home.title'),
  ];
}

for (const [view, input, size, lang] of [
  ['canvas', 'touch', 'phone', 'vi'], ['plain', 'keyboard', 'desktop', 'en'],
]) {
  personTest(`a child is born: the chain, its first procedure, the next with shared papers, and all the way back (${view}, ${input}, ${size}, ${lang})`, { view, input, size, lang }, async (person) => {
    await openEvent(person);
    await assertChain(person);
    await person.heading(person.say('event.papers'), 2).waitFor();
    await person.press(step(person, 2));
    await goThrough(person, first);
    await goOnWith(person, next);
    await answerAll(person, next, guideOf(next, person), given[next.id]);
    await person.arrives(person.say('checklist.title'));
    await assertCarried(person);
    if (view === 'canvas') assert.equal(await person.viewNow(), 'canvas');
    for (const heading of wayBack(person)) {
      await person.page.goBack();
      await person.heading(heading, 1).waitFor();
    }
  });
}

personTest('what is begun says so in the chain and is resumed from there', {}, async (person) => {
  await openEvent(person);
  await person.press(step(person, 2));
  await goThrough(person, first);
  await person.saved();
  await person.open('/vi/');
  await person.pressLink(event.title.vi);
  await person.arrives(event.title.vi);
  const begun = await step(person, 2).textContent();
  assert.ok(plain(begun).includes(plain(person.say('event.begun', { state: person.say('home.ready') }))), begun);
  await person.press(step(person, 2));
  await person.arrives(person.say('ready.title'));
  await goOnWith(person, next);
});

personTest('a reload stays in the chain and keeps what is carried', {}, async (person) => {
  await openEvent(person);
  await person.page.reload();
  await person.appReady();
  await person.heading(event.title.vi, 1).waitFor();
  await assertChain(person);
  await person.press(step(person, 2));
  await goThrough(person, first);
  await goOnWith(person, next);
  await person.page.reload();
  await person.appReady();
  await person.heading(next.title.vi, 1).waitFor();
  await answer(person, next.questions[0], given[next.id].person);
  await person.pressButton(person.say('question.continue'));
  await person.arrives(next.questions[1].text.vi);
  await person.saved();
  await person.page.reload();
  await person.appReady();
  await person.arrives(next.questions[1].text.vi, { focused: false });
  const guide = guideOf(next, person);
  for (const id of guide.asked.slice(1)) {
    const question = next.questions.find((one) => one.id === id);
    await person.heading(question.text.vi, 1).waitFor();
    await answer(person, question, given[next.id][id]);
    await person.pressButton(person.say('question.continue'));
  }
  await person.arrives(person.say('checklist.title'));
  await assertCarried(person);
});

personTest('every event of the home page opens its chain, and Back returns to the events', {}, async (person) => {
  await person.open('/vi/');
  for (const { title, procedures } of events) {
    await person.pressLink(title.vi);
    await person.arrives(title.vi);
    const links = person.page.getByRole('main').getByRole('link');
    await until(async () => await links.count() === procedures.length, `${procedures.length} steps of “${title.vi}”`);
    await person.pressLink(person.say('nav.back'));
    await person.heading(person.say('home.title'), 1).waitFor();
    assert.ok(await person.isFocused(person.role('link', title.vi)), 'the focus is where it was');
  }
});

personTest('an event has an address of its own, and Back from it finds the way', { lang: 'en', size: 'desktop' }, async (person) => {
  await person.open(`/en/su-kien/${event.id}/`);
  await person.arrives(event.title.en, { focused: false });
  await assertChain(person);
  await person.press(step(person, 2));
  await person.arrives(first.title.en);
  await person.pressLink(person.say('nav.back'));
  await person.heading(event.title.en, 1).waitFor();
  await person.pressLink(person.say('nav.back'));
  await person.arrives(person.say('home.title'));
  assert.equal(new URL(person.page.url()).pathname, '/en/');
});
