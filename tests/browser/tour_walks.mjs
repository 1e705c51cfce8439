// The shorter journeys of the tour: what is seen on the way to a procedure, and what happens seldom.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enact, lawOf } from '../faults/laws.mjs';
import { storesOf } from '../faults/many.mjs';
import { fill } from '../faults/witness.mjs';
import { procedure, runTool, withAnswersFile } from './expected.mjs';
import { makeTrappable, trapAtPress } from './in_page.mjs';
import { answer } from './journey.mjs';
import { begin, openRescue, paths, say as sayOfDevice } from './rescue_page.mjs';

const birth = procedure('dang-ky-khai-sinh');
const [place, situation] = birth.questions;
const { events: [event] } = JSON.parse(readFileSync(fileURLToPath(new URL('../../content/life-events.json', import.meta.url)), 'utf8'));

/** Opens an address of the app and waits for everything that comes when the page is idle. */
export async function openSettled(person, path) {
  await person.open(path);
  await person.page.waitForLoadState('networkidle');
}

/** A drawing never takes the place of the first screen: one comes back to it. */
export async function lookAround(person, visit) {
  await openSettled(person, `/${person.lang}/`);
  await person.pressLink(person.say('nav.text_size'));
  await person.arrives(person.say('settings.title'));
  await visit('settings');
  await person.pressLink(person.say('nav.back'));
  await person.heading(person.say('home.title'), 1).waitFor();
  await visit('home');
  await search(person, visit);
  await person.pressLink(event.title[person.lang]);
  await person.arrives(event.title[person.lang]);
  await visit('event');
}

async function search(person, visit) {
  const box = person.role('searchbox', person.say('home.search.label'));
  await person.type(person.say('home.search.label'), person.lang === 'vi' ? 'ket hon' : 'marriage', 'searchbox');
  await person.page.locator('#main [data-k^="hit-"]').first().waitFor();
  await person.page.waitForLoadState('networkidle');
  await visit('search-found');
  await box.fill('zzzz');
  await person.reads(person.say('home.search.none'));
  await visit('search-none');
  await box.fill('');
  await person.role('link', event.title[person.lang]).waitFor();
}

const text = (vi, en) => ({ vi, en });
const why = text('Để biết cần giấy nào.', 'To know which paper.');
const oldQuestion = (id, kind, words, more = {}) => ({ id, kind, text: words, why, ...more });
const oldPlace = oldQuestion('oldPlace', 'place', text('Trước đây bạn ở đâu?', 'Where did you live before?'));
const oldMany = oldQuestion('oldMany', 'many', text('Nhà bạn có gì?', 'What is there at home?'), {
  options: [{ value: 'book', label: text('Sổ cũ', 'An old book') }, { value: 'card', label: text('Thẻ cũ', 'An old card') }],
});
const oldText = oldQuestion('oldText', 'text', text('Tên cũ của làng là gì?', 'What was the old name of the village?'), { personal: true });
const yesNo = oldQuestion('oldThing', 'yesNo', text('Nhà bạn có sổ cũ không?', 'Is there an old book at home?'));

/** An older law with kinds of questions that no procedure of today has, begun and left at its first question. */
const older = { before: { first: [yesNo, oldText, oldPlace, oldMany] }, after: {}, answer: true };

async function openOlder(person, { after }) {
  const { old, now, dossiers } = lawOf({ ...older, after }, [2]);
  await enact(person.context, now);
  await fill(person, { ...storesOf(dossiers), pins: [[old.hash, [...old.bytes]]] });
  await openSettled(person, `/${person.lang}/`);
  await person.pressButton(person.say('procedure.resume'));
  await person.arrives(person.say('checklist.title'));
}

export async function meetNewLaw(person, visit) {
  const { lang } = person;
  const next = (question) => person.pressButton(person.say('question.continue')).then(() => person.arrives(question.text[lang]));
  await openOlder(person, older);
  await visit('checklist-open');
  await person.pressButton(person.say('checklist.answer_open'));
  await person.arrives(oldText.text[lang]);
  await visit('question-text');
  await person.type(oldText.text[lang], 'Vạn');
  await next(oldPlace);
  await visit('question-place');
  await person.type(person.say('place.label'), 'ha nam phu ly');
  await person.press(person.page.getByRole('main').getByRole('listitem').getByRole('button').first());
  await next(oldMany);
  await answer(person, oldMany, ['book']);
  await visit('question-many');
  await person.pressButton(person.say('change.see'));
  await person.arrives(person.say('change.title'));
  await visit('change');
}

export async function meetWithdrawal(person, visit) {
  await openOlder(person, { after: 'withdrawn' });
  await person.pressButton(person.say('checklist.ready_button'));
  await person.arrives(person.say('ready.title'));
  await person.reads(person.say('change.withdrawn'));
  await visit('withdrawn');
}

export async function openLinks(person, visit) {
  const payload = withAnswersFile({ birthPlace: 'home', situation: 'none' }, (file) => runTool('share', 'encode', birth.id, '--answers', file).trim());
  await openSettled(person, `/${person.lang}/tt/${birth.id}/#${payload}`);
  await person.arrives(person.say('preview.title'), { focused: false });
  await visit('preview');
  await openSettled(person, `/${person.lang}/tt/${birth.id}/?again#hello`);
  await person.reads(person.say('link.damaged'));
  await visit('link-damaged');
}

/** Another page of this browser works on the dossier. */
export async function meetAnotherPage(person, visit) {
  await begin(person, birth, 'home');
  const other = await person.another();
  await openSettled(other, `/${other.lang}/`);
  await other.pressButton(other.say('procedure.resume'));
  await other.reads(other.say('tabs.elsewhere'));
  await visit('elsewhere', other);
}

/** Nothing can be written any more; then the core itself ends. */
export async function meetAlarms(person, visit) {
  await person.page.addInitScript(makeTrappable);
  await openSettled(person, `/${person.lang}/tt/${birth.id}/`);
  await answer(person, place, 'home');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(situation.text[person.lang]);
  await person.saved();
  await person.page.evaluate(() => {
    const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
    IDBDatabase.prototype.transaction = full;
    Worker.prototype.postMessage = full;
  });
  await answer(person, situation, 'none');
  await person.reads(person.say('problem.storage_full'));
  await visit('save-failed');
  await person.page.evaluate(trapAtPress);
  await person.pressLink(person.say('nav.back'));
  await person.page.locator('#note').waitFor();
  await visit('stopped');
}

export async function useRescuePage(person, visit) {
  const restKnown = () => person.page.getByText(sayOfDevice('device.rest.none', {}, person.lang), { exact: true });
  await person.page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  await person.page.goto(person.url + paths[person.lang]);
  await person.reads(sayOfDevice('none', {}, person.lang));
  await restKnown().waitFor();
  await visit('device-empty');
  await begin(person, birth, 'home', 'none');
  await openRescue(person);
  await person.heading(birth.title[person.lang], 2).waitFor();
  await restKnown().waitFor();
  await visit('device');
}

export async function readWithoutScripts(person, visit) {
  for (const [name, path] of Object.entries({ home: '', procedure: `tt/${birth.id}/`, event: `su-kien/${event.id}/` })) {
    await person.page.goto(`${person.url}/${person.lang}/${path}`);
    await person.heading(/./, 1).waitFor();
    await visit(`static-${name}`);
  }
}
