// The longest journey of the tour: a birth from the start page to the sheet, and what is left of it there.
import { procedure, walk } from './expected.mjs';
import { answer } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { openSettled } from './tour_walks.mjs';
import { until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const answers = {
  birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01',
  filer: 'parent', copies: 0,
};
const questionOf = (id) => birth.questions.find((one) => one.id === id);
const screenOf = { situation: 'question-choice', parentsMarried: 'question-yes-no', birthDate: 'question-date', copies: 'question-number' };

const goOn = (person) => person.pressButton(person.say('question.continue'));
const words = (person) => person.role('button', beginsWith(person.say('words.title', { words: '' })));

export async function beginAndFinish(person, visit) {
  await openSettled(person, `/${person.lang}/`);
  await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(birth.plainTitle[person.lang]) }).last());
  await person.arrives(birth.title[person.lang]);
  await words(person).waitFor();
  await visit('procedure');
  await lookAtFirstQuestion(person, visit);
  const guide = walk(birth.id, answers, person.lang);
  for (const id of guide.asked.slice(1)) await lookAtQuestion(person, id, visit);
  await person.arrives(person.say('checklist.title'));
  await visit('checklist');
  await fillChecklist(person, guide.documents.map(({ name }) => name), visit);
  await takeAlong(person, visit);
  await tidyUp(person, visit);
}

async function lookAtFirstQuestion(person, visit) {
  await person.press(words(person));
  await until(async () => await words(person).getAttribute('aria-expanded') === 'true', 'the words to open');
  await visit('procedure-words');
  await goOn(person);
  await person.reads(person.say('question.error.choose'));
  await visit('procedure-error');
  await answer(person, birth.questions[0], answers.birthPlace);
  await goOn(person);
}

async function lookAtQuestion(person, id, visit) {
  const question = questionOf(id);
  await person.arrives(question.text[person.lang]);
  if (screenOf[id]) await visit(screenOf[id]);
  if (question.kind === 'date') await typeWrongDate(person, question, visit);
  await answer(person, question, answers[id]);
  await goOn(person);
}

async function typeWrongDate(person, question, visit) {
  await person.type(question.text[person.lang], '31/2/2026');
  await goOn(person);
  const month = person.say('date.month_year', { month: person.say('date.month.2'), year: 2026 });
  await person.reads(person.say('question.error.date_day', { month, days: 28 }));
  await visit('question-date-error');
  await person.role('textbox', question.text[person.lang]).fill('');
}

const tick = (person, name, state) => person.choose(person.say('checklist.state_of', { name }), person.say(`checklist.state.${state}`));

async function fillChecklist(person, papers, visit) {
  await tick(person, papers[0], 'have');
  await tick(person, papers[1], 'onTheWay');
  await tick(person, papers[2], 'missing');
  await visit('checklist-begun');
  await person.press(person.role('button', person.say('checklist.why')).first());
  await until(() => person.page.locator('#main .disclose[aria-expanded=true]').count(), 'the reason to open');
  await visit('checklist-why');
  await choosePlace(person, visit);
  await person.pressButton(person.say('checklist.ready_button'));
  await person.arrives(person.say('ready.title'));
  await visit('ready-lacking');
  await person.pressLink(person.say('nav.back'));
  await person.heading(person.say('checklist.title'), 1).waitFor();
  for (const name of papers.slice(1)) await tick(person, name, 'have');
  await person.pressButton(person.say('checklist.ready_button'));
  await person.arrives(person.say('ready.title'));
  await visit('ready-complete');
}

/** An old name without marks; what is known about the ward comes after the ward itself. */
async function choosePlace(person, visit) {
  await person.pressButton(person.say('place.choose'));
  await person.arrives(person.say('place.title'));
  await visit('place');
  await person.type(person.say('place.label'), 'ha nam phu ly');
  const found = person.page.getByRole('main').getByRole('listitem').getByRole('button');
  await found.first().waitFor();
  await visit('place-found');
  await person.press(found.filter({ hasText: /Phủ Lý/ }).first());
  await person.heading(person.say('checklist.title'), 1).waitFor();
  await person.role('button', person.say('place.more')).waitFor();
  await visit('checklist-place');
}

async function takeAlong(person, visit) {
  await person.pressButton(person.say('ready.print'));
  await person.arrives(birth.title[person.lang]);
  await visit('sheet');
  await person.pressLink(person.say('nav.back'));
  await person.heading(person.say('ready.title'), 1).waitFor();
  await person.pressButton(person.say('ready.share'));
  await person.arrives(person.say('share.title'));
  await visit('share');
}

/** The start page with a dossier, the bin, and the last question before it is gone for good. */
async function tidyUp(person, visit) {
  await openSettled(person, `/${person.lang}/`);
  await person.pressLink(person.say('nav.text_size'));
  await person.arrives(person.say('settings.title'));
  await person.pressLink(person.say('nav.back'));
  await person.heading(person.say('home.continue'), 2).waitFor();
  await visit('home-begun');
  await person.pressButton(person.say('home.delete'));
  await person.pressButton(person.say('bin.title', { n: 1 }));
  await person.role('button', person.say('bin.restore')).waitFor();
  await visit('home-bin');
  await person.pressButton(person.say('bin.delete'));
  await person.reads(person.say('home.delete.ask', { name: birth.title[person.lang] }));
  await visit('home-delete');
}
