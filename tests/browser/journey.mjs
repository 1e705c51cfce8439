// The way through a procedure, as a person goes it.
import assert from 'node:assert/strict';
import { plain, typedDay } from './expected.mjs';
import { beginsWith } from './person.mjs';

/** From the home page to the procedure's own page: through the search box, a life event or the list. */
export async function findProcedure(person, definition, way) {
  const { lang } = person;
  await person.arrives(person.say('home.title'), { focused: false });
  const name = beginsWith(definition.plainTitle[lang]);
  // The steps of a life event are numbered.
  const row = () => person.page.getByRole('main').getByRole('link', { name: way === 'event' ? new RegExp(`^\\d+\\. ${name.source.slice(1)}`) : name }).last();
  if (way === 'search') await person.type(person.say('home.search.label'), withoutMarks(definition.aliases[lang][0]), 'searchbox');
  if (way === 'event') await openLifeEvent(person, definition);
  await person.press(way === 'list' ? row() : row().first());
  await person.arrives(definition.title[lang]);
}

/** Tone marks are not needed in a search. */
function withoutMarks(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

async function openLifeEvent(person, definition) {
  const { default: content } = await import('../../content/life-events.json', { with: { type: 'json' } });
  const event = content.events.find(({ id }) => id === definition.lifeEvents[0]);
  await person.pressLink(event.title[person.lang]);
  await person.arrives(event.title[person.lang]);
}

/** Answers every question the tool would ask, in its order, one screen each. */
export async function answerAll(person, definition, guide, answers) {
  for (const [index, id] of guide.asked.entries()) {
    const question = definition.questions.find((one) => one.id === id);
    await person.arrives(question.text[person.lang], { level: index === 0 ? 2 : 1, focused: index > 0 });
    await answer(person, question, answers[id]);
    await goOn(person, question);
  }
}

/** Gives one answer: a line, several lines, or typed; null is "I am not sure". */
export async function answer(person, question, value) {
  const text = question.text[person.lang];
  if (value === null) return person.choose(text, person.say('question.unknown'));
  if (question.kind === 'yesNo') return person.choose(text, person.say(value ? 'question.yes' : 'question.no'));
  const label = (wanted) => question.options.find((option) => option.value === wanted).label[person.lang];
  if (question.kind === 'choice') return person.choose(text, label(value));
  if (question.kind === 'many') {
    for (const one of value) await person.choose(text, label(one));
    return undefined;
  }
  return person.type(text, question.kind === 'date' ? typedDay(value) : String(value));
}

/** With the keyboard, Enter in a field goes on. */
async function goOn(person, question) {
  const typed = question.kind === 'date' || question.kind === 'number';
  await person.rests();
  if (typed && person.input === 'keyboard') return person.page.keyboard.press('Enter');
  return person.pressButton(person.say('question.continue'));
}

/** Ticks every paper and goes on to the ready check. */
export async function completeChecklist(person, guide) {
  assert.deepEqual(await person.headings(3), guide.documents.map(({ name }) => plain(name)));
  for (const { name } of guide.documents) await person.choose(person.say('checklist.state_of', { name }), person.say('checklist.state.have'));
  await person.saved();
  await person.pressButton(person.say('checklist.ready_button'));
}
