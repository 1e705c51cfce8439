// A shared link: the same state gives the same link, a stranger sees a preview first, nothing of theirs is touched,
// and what is private never leaves the device.
import assert from 'node:assert/strict';
import { plain, procedure, runTool, walk, withAnswersFile } from './expected.mjs';
import { answerAll } from './journey.mjs';
import { openPerson, personTest, timedTest } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const marriage = procedure('dang-ky-ket-hon');
const page = '/vi/tt/dang-ky-khai-sinh/';
/** The date is the canary: it must not be found in anything that leaves the page. */
const answers = {
  birthPlace: 'home', situation: 'none', birthPaper: 'witness', parentsMarried: false, recordFather: 'mother', parentForeign: 'none',
  birthDate: '2026-08-23', filer: 'parent', copies: 2, feeExempt: false,
};
const canaries = [/2026-08-23/, /2026-8-23/, /23\/0?8\/2026/, /23\.0?8\.2026/, /birthDate/];

/** Finishes the questions and gives the link that the share page shows. */
async function makeLink(person) {
  await person.open(page);
  const guide = walk(birth.id, answers, 'vi');
  await answerAll(person, birth, guide, answers);
  await person.arrives(person.say('checklist.title'));
  await person.saved();
  await person.pressButton(person.say('nav.share'));
  await person.arrives(person.say('share.title'));
  const link = person.page.getByRole('main').getByRole('link', { name: /#/ });
  const href = await link.getAttribute('href');
  assert.equal(plain(await link.innerText()).replace(/ /g, ''), href, 'what is shown is where it leads');
  return href;
}

function pathOf(link) {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

/** The payload that the tool makes of these answers. */
function encoded(some) {
  return withAnswersFile(some, (file) => runTool('share', 'encode', birth.id, '--answers', file).trim());
}

function assertPrivate(text, where) {
  for (const canary of canaries) assert.doesNotMatch(text, canary, where);
}

/** All readings of a payload that somebody could try. */
function readingsOf(payload) {
  const packed = Buffer.from(payload, 'base64url');
  return [payload, packed.toString('utf8'), packed.toString('latin1'), runTool('share', 'decode', payload)];
}

async function withTwo(options, story) {
  const [sender, receiver] = await Promise.all([openPerson(options), openPerson(options)]);
  try {
    await story(sender, receiver);
    await sender.assertNoFaults();
    await receiver.assertNoFaults();
  } catch (error) {
    error.message += `\nsender ${await sender.describe()}\nreceiver ${await receiver.describe()}`;
    throw error;
  } finally {
    await Promise.all([sender.close(), receiver.close()]);
  }
}

for (const view of ['plain', 'canvas']) {
  timedTest(`a link in a fresh browser: preview, nothing stored until accepted, then the same checklist (${view})`, () =>
    withTwo({ view }, async (sender, receiver) => {
      const link = await makeLink(sender);
      const guide = walk(birth.id, answers, 'vi');
      await receiver.open(pathOf(link));
      await receiver.arrives(receiver.say('preview.title'), { focused: false });
      await receiver.heading(birth.title.vi, 2).waitFor();
      for (const { name } of guide.documents) await receiver.reads(name);
      const before = await receiver.kept();
      assert.deepEqual(before.records ?? [], []);
      await receiver.pressButton(receiver.say('preview.open'));
      await receiver.arrives(receiver.say('checklist.title'));
      assert.deepEqual(await receiver.headings(3), guide.documents.map(({ name }) => name));
      const facts = await receiver.facts();
      assert.ok(guide.printed.includes(`Lệ phí: ${facts.get('Lệ phí')}`), 'the fee follows from the carried fact: late');
      await receiver.saved();
    }));
}

timedTest('the link leads to the step where the sender stands', () => withTwo({}, async (sender, receiver) => {
  await makeLink(sender);
  await sender.pressLink(sender.say('nav.back'));
  await sender.arrives(sender.say('checklist.title'), { focused: false });
  await sender.pressButton(sender.say('checklist.ready_button'));
  await sender.arrives(sender.say('ready.title'));
  await sender.pressButton(sender.say('ready.share'));
  await sender.arrives(sender.say('share.title'));
  const link = await sender.page.getByRole('main').getByRole('link', { name: /#/ }).getAttribute('href');
  await receiver.open(pathOf(link));
  await receiver.arrives(receiver.say('preview.title'), { focused: false });
  await receiver.pressButton(receiver.say('preview.open'));
  await receiver.arrives(receiver.say('ready.title'));
}));

personTest('a link with some of the answers goes on with the next question', {}, async (person) => {
  const { asked } = walk(birth.id, answers, 'vi');
  const payload = encoded(Object.fromEntries(asked.slice(0, 3).map((id) => [id, answers[id]])));
  await person.open(`${page}#${payload}`);
  await person.arrives(person.say('preview.title'), { focused: false });
  assert.equal(await person.page.evaluate(() => location.hash), '', 'the address no longer holds the answers');
  await person.pressButton(person.say('preview.open'));
  await person.arrives(birth.questions.find(({ id }) => id === asked[3]).text.vi);
});

personTest('a link never changes a dossier that is kept already', {}, async (person) => {
  const link = await makeLink(person);
  const before = (await person.kept()).records;
  await person.open(pathOf(link));
  await person.arrives(person.say('preview.title'), { focused: false });
  await person.pressButton(person.say('preview.discard'));
  await person.arrives(person.say('home.title'));
  assert.deepEqual((await person.kept()).records, before);
  await person.open(pathOf(link));
  await person.pressButton(person.say('preview.open'));
  await person.arrives(person.say('checklist.title'));
  await person.saved();
  const after = (await person.kept()).records;
  const mine = new Set(before.map(({ dossier }) => dossier));
  assert.deepEqual(after.filter(({ dossier }) => mine.has(dossier)), before);
  assert.ok(after.length > before.length);
});

personTest('the birth date is in no link, no QR label, no address and no request', {}, async (person) => {
  const link = await makeLink(person);
  for (const reading of readingsOf(link.split('#')[1])) assertPrivate(reading, 'link');
  assertPrivate(await person.page.getByRole('main').innerText(), 'share page');
  assertPrivate(await person.page.evaluate(() => JSON.stringify([history.state, location.href, document.title])), 'history');
  assert.deepEqual(person.faults.requests.filter((address) => canaries.some((canary) => canary.test(address)) || address.includes('#')), []);
});

timedTest('equal states give equal links', () => withTwo({}, async (one, other) => {
  assert.equal(await makeLink(one), await makeLink(other));
}));

personTest('copying puts the link on the clipboard and says so', {}, async (person) => {
  await person.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const link = await makeLink(person);
  const copied = await person.page.evaluateHandle(() => {
    const taken = { text: '' };
    navigator.clipboard.writeText = (text) => { taken.text = text; return Promise.resolve(); };
    return taken;
  });
  await person.pressButton(person.say('share.copy'));
  await person.page.getByText(person.say('share.copied')).waitFor({ state: 'attached' });
  assert.equal((await copied.jsonValue()).text, link);
});
