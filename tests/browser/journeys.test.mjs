// From the home page to the printed sheet: three procedures, both views, with mouse, touch and keyboard only. Papers,
// fee, dates and sheet are those that `danloi walk` gives for the same answers.
import assert from 'node:assert/strict';
import { dayOf, plain, procedure, walk } from './expected.mjs';
import { answerAll, completeChecklist, findProcedure } from './journey.mjs';
import { assertPrinted } from './paper.mjs';
import { personTest } from './support.mjs';

const stories = {
  'born in hospital, parents married, 20 days old': {
    id: 'dang-ky-khai-sinh',
    answers: {
      birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01',
      filer: 'parent', copies: 0,
    },
    papers: ['to-khai-dang-ky-khai-sinh', 'giay-to-tuy-than', 'giay-chung-sinh'], fee: 0, due: '2026-11-23', deadline: '2026-12-31', taps: 25,
  },
  'unmarried mother, born at home, 90 days old': {
    id: 'dang-ky-khai-sinh',
    answers: {
      birthPlace: 'home', situation: 'none', birthPaper: 'witness', parentsMarried: false, recordFather: 'mother', parentForeign: 'none',
      birthDate: '2026-08-23', filer: 'parent', copies: 0, feeExempt: false,
    },
    papers: ['to-khai-dang-ky-khai-sinh', 'giay-to-tuy-than', 'giay-lam-chung'], fee: null, due: '2026-11-23', deadline: '2026-10-22',
  },
  'foreign father, parents married': {
    id: 'dang-ky-khai-sinh',
    answers: {
      birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'one', nationality: 'vietnam',
      birthDate: '2026-11-01', filer: 'parent', copies: 2, feeExempt: false,
    },
    papers: ['to-khai-dang-ky-khai-sinh', 'giay-to-tuy-than', 'giay-chung-sinh', 'giay-ket-hon-cha-me', 'thoa-thuan-quoc-tich', 'ho-chieu-cha-me'],
    fee: null, due: '2026-11-23', deadline: '2026-12-31',
  },
  'foreign father, not married, recognition included': {
    id: 'dang-ky-khai-sinh',
    answers: {
      birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: false, recordFather: 'both', parentForeign: 'one',
      nationality: 'foreign', birthDate: '2026-11-01', filer: 'parent', copies: 0, feeExempt: false,
    },
    papers: ['to-khai-dang-ky-khai-sinh', 'giay-to-tuy-than', 'giay-chung-sinh', 'to-khai-nhan-con', 'giam-dinh-cha-con', 'cam-doan-cha-con',
      'thoa-thuan-quoc-tich', 'xac-nhan-quoc-tich-nuoc-ngoai', 'ho-chieu-cha-me'],
    fee: null, deadline: '2026-12-31',
  },
  'not sure about the birth note': {
    id: 'dang-ky-khai-sinh',
    answers: {
      birthPlace: 'facility', situation: 'none', birthPaper: null, parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01',
      filer: 'parent', copies: 0,
    },
    papers: ['to-khai-dang-ky-khai-sinh', 'giay-to-tuy-than', 'giay-chung-sinh', 'giay-lam-chung', 'giay-cam-doan-viec-sinh'],
    fee: 0, due: '2026-11-23', deadline: '2026-12-31',
  },
  'two Vietnamese marry for the first time': {
    id: 'dang-ky-ket-hon',
    answers: { couple: 'domestic', oldEnough: true, closeKin: false, history: ['none'], bothCome: 'yes' },
    papers: ['to-khai-dang-ky-ket-hon', 'giay-to-tuy-than'], fee: 0, due: '2026-11-23',
  },
  'three certified copies of two pages': {
    id: 'chung-thuc-ban-sao',
    answers: { needed: 'certified', original: 'good', issuer: 'vietnam', copyForm: 'paper', photocopied: true, pages: 2, copies: 3 },
    papers: ['ban-chinh', 'ban-chup'], fee: 12000, due: '2026-11-23',
  },
};

/** Story, view, input, size, language, way from the home page to the procedure. */
const journeys = [
  ['born in hospital, parents married, 20 days old', 'plain', 'mouse', 'phone', 'vi', 'search'],
  ['born in hospital, parents married, 20 days old', 'canvas', 'touch', 'phone', 'vi', 'event'],
  ['unmarried mother, born at home, 90 days old', 'plain', 'touch', 'phone', 'vi', 'list'],
  ['unmarried mother, born at home, 90 days old', 'canvas', 'keyboard', 'tablet', 'vi', 'search'],
  ['foreign father, parents married', 'plain', 'keyboard', 'desktop', 'vi', 'event'],
  ['foreign father, parents married', 'canvas', 'mouse', 'wide', 'en', 'search'],
  ['foreign father, not married, recognition included', 'canvas', 'touch', 'tablet', 'vi', 'list'],
  ['not sure about the birth note', 'plain', 'touch', 'tablet', 'en', 'list'],
  ['two Vietnamese marry for the first time', 'plain', 'mouse', 'wide', 'en', 'event'],
  ['two Vietnamese marry for the first time', 'canvas', 'touch', 'phone', 'vi', 'search'],
  ['three certified copies of two pages', 'plain', 'keyboard', 'phone', 'en', 'search'],
  ['three certified copies of two pages', 'canvas', 'mouse', 'desktop', 'vi', 'list'],
];

for (const [name, view, input, size, lang, way] of journeys) {
  personTest(`${name} (${view}, ${input}, ${size}, ${lang})`, { view, input, size, lang }, async (person) => {
    const story = stories[name];
    const guide = walk(story.id, story.answers, lang);
    assertStory(guide, story);
    const definition = procedure(story.id);
    await person.open(`/${lang}/`);
    await findProcedure(person, definition, way);
    await answerAll(person, definition, guide, story.answers);
    await assertChecklist(person, guide);
    await completeChecklist(person, guide);
    await assertReady(person, guide);
    await person.press(person.role('button', person.say('ready.print')));
    await person.arrives(definition.title[lang]);
    await assertPrinted(person, guide, definition);
    if (story.taps && input === 'touch') assert.ok(await tapsOf(person) <= story.taps, `${await tapsOf(person)} taps, at most ${story.taps}`);
    if (view === 'canvas') assert.equal(await person.viewNow(), 'canvas');
  });
}

/** All taps since the home page: it was never left for another page. */
const tapsOf = ({ page }) => page.evaluate(() => globalThis.seen.taps);

/** The tool itself gives what the law asks for in these cases. */
function assertStory(guide, { papers, fee, due, deadline }) {
  assert.deepEqual(guide.documents.map(({ id }) => id), papers);
  assert.equal(guide.fees.total, fee);
  if (due) assert.equal(guide.due, due);
  assert.deepEqual(guide.deadlines.map(({ date }) => date), deadline ? [deadline] : []);
}

async function assertChecklist(person, guide) {
  await person.arrives(person.say('checklist.title'));
  assert.deepEqual(await person.headings(3), guide.documents.map(({ name }) => name));
  for (const { name } of guide.documents) await person.reads(guide.counts.get(name));
  const perhaps = guide.documents.filter(({ certain }) => !certain);
  const tags = person.page.getByRole('main').getByRole('listitem').filter({ hasText: person.say('checklist.perhaps') });
  assert.equal(await tags.count(), perhaps.length, 'each paper that may be needed says so');
  await assertFacts(person, guide);
}

/** Fee, time, due date and own deadline, word for word as the tool prints them. */
async function assertFacts(person, guide) {
  const facts = await person.facts();
  const feeTerm = person.say('procedure.fee');
  assert.equal(`${feeTerm}: ${facts.get(feeTerm)}`, guide.printed.find((line) => line.startsWith(`${feeTerm}: `)));
  const timeTerm = person.say('procedure.time');
  assert.equal(`${timeTerm}: ${facts.get(timeTerm)}`, guide.printed.find((line) => line.startsWith(`${timeTerm}: `)));
  if (guide.fees.total === 0) assert.equal(facts.get(feeTerm), person.say('fee.free'));
  if (guide.fees.total) assert.match(facts.get(feeTerm).replace(/\D/g, ''), new RegExp(`^${guide.fees.total}`));
  if (guide.due) {
    const shown = facts.get(person.say('due.label'));
    assert.ok(shown.includes(dayOf(guide.due)), shown);
    assert.ok(guide.printed.some((line) => shown.startsWith(plain(line)) && line.includes(dayOf(guide.due))), `${shown} is printed by the tool`);
  }
  for (const { date } of guide.deadlines) {
    const shown = [...facts].find(([, value]) => value.includes(dayOf(date)));
    assert.ok(shown, `the own deadline ${dayOf(date)} is shown: ${[...facts].join(' | ')}`);
    assert.ok(guide.printed.some((line) => line.startsWith(shown[0]) && line.includes(dayOf(date))), `${shown} is printed by the tool`);
  }
}

async function assertReady(person, guide) {
  await person.arrives(person.say('ready.title'));
  await person.reads(person.say('ready.complete'));
  await assertFacts(person, guide);
}
