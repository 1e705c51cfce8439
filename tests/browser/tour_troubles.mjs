// The journey through what seldom goes wrong: a definition that comes damaged, a page that ended by itself, a wrong clock, a device
// that keeps nothing.
import { procedure } from './expected.mjs';
import { fixDate } from './in_page.mjs';
import { answer } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { begin } from './rescue_page.mjs';

const birth = procedure('dang-ky-khai-sinh');
const [place, situation] = birth.questions;
/** Before any procedure was checked. */
const longAgo = Date.UTC(2020, 0, 1);
const junk = { status: 200, contentType: 'application/json', body: '{"id": "dang-ky' };

export async function meetTroubles(person, visit) {
  await meetDamagedDefinition(person, visit);
  await comeAfterCrash(person, visit);
  await meetOldClock(await person.another(), visit);
  await keepNothing(await person.another(), visit);
}

async function meetDamagedDefinition(person, visit) {
  await person.openHome();
  await person.page.waitForLoadState('networkidle');
  await person.page.route(new RegExp(`/data/tt/${birth.id}\\..*json`), (route) => route.fulfill(junk));
  await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(birth.plainTitle[person.lang]) }).last());
  await person.page.getByRole('alert').waitFor();
  await person.page.evaluate(() => scrollTo(0, 0));
  await visit('definition-damaged');
}

async function comeAfterCrash(person, visit) {
  const holder = await person.another();
  await begin(holder, birth, 'home');
  await holder.crash();
  const next = await person.another();
  await next.open(`/${next.lang}/`);
  await next.reads(next.say('problem.recovered', { time: '|' }).split('|')[0]);
  await next.page.waitForLoadState('networkidle');
  await visit('recovered', next);
}

/** Answers the first question: the second one is the first screen that may be drawn. */
async function reachSecondQuestion(person) {
  await person.open(`/${person.lang}/tt/${birth.id}/`);
  await person.page.waitForLoadState('networkidle');
  await answer(person, place, 'home');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(situation.text[person.lang]);
}

async function meetOldClock(person, visit) {
  await person.page.addInitScript(fixDate, longAgo);
  await reachSecondQuestion(person);
  await person.reads(person.say('problem.clock', { date: '01/01/2020' }));
  await visit('clock', person);
}

async function keepNothing(person, visit) {
  await person.page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }; });
  await person.page.route(/\/assets\/log\./, (route) => route.abort()); // the other store's worker
  await reachSecondQuestion(person);
  await person.reads(person.say('problem.storage_none'));
  await visit('storage-none', person);
  await person.pressLink(person.say('nav.back'));
  await person.heading(birth.title[person.lang], 1).waitFor();
  await visit('storage-none-first', person);
}
