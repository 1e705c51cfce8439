// What comes damaged, late or not at all: a kind sentence, and the rest goes on.
import assert from 'node:assert/strict';
import { procedure, runTool, withAnswersFile } from './expected.mjs';
import { answer } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { personTest } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const copies = procedure('chung-thuc-ban-sao');
const page = `/vi/tt/${birth.id}/`;
const payload = withAnswersFile({ birthPlace: 'home' }, (file) => runTool('share', 'encode', birth.id, '--answers', file).trim());

const damaged = {
  'cut short': payload.slice(0, -9), 'one sign changed': payload.slice(0, 20) + (payload[20] === 'A' ? 'B' : 'A') + payload.slice(21),
  'not a link of ours': 'hello', 'markup': '%3Cscript%3Ealert(1)%3C/script%3E', 'far too long': 'A'.repeat(9000),
};

for (const [name, fragment] of Object.entries(damaged)) {
  personTest(`a damaged link opens the home page with a kind message: ${name}`, {}, async (person) => {
    await person.open(`${page}#${fragment}`);
    await person.arrives(person.say('home.title'), { focused: false });
    await person.page.getByRole('alert').getByText(person.say('link.damaged')).waitFor();
    assert.equal(await person.page.evaluate(() => location.hash), '');
    assert.deepEqual((await person.kept()).records ?? [], []);
    await openFromHome(person, birth);
    await person.page.goBack();
    await person.arrives(person.say('home.title'), { focused: false });
    assert.equal(await person.page.getByText(person.say('link.damaged')).count(), 0, 'the message is gone once read');
  });
}

async function openFromHome(person, definition) {
  await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(definition.plainTitle.vi) }).last());
  await person.arrives(definition.title.vi);
}

const unable = {
  'broken JSON': [(route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"id": "dang-ky' }), []],
  'a definition of something else': [(route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"format":1}' }), []],
  'not there': [(route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'No such page.' }), [/404/, /status 404/]],
  'no network': [(route) => route.abort(), [/net::ERR_FAILED/]],
};

for (const [name, [answerRequest, provoked]] of Object.entries(unable)) {
  personTest(`a definition that fails to load is named and the rest works: ${name}`, {}, async (person) => {
    await person.page.route(new RegExp(`/data/tt/${birth.id}\\..*json`), answerRequest);
    await person.open('/vi/');
    await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(birth.plainTitle.vi) }).last());
    await person.page.getByRole('alert').getByText(birth.title.vi, { exact: false }).waitFor();
    await person.reads(person.say('problem.rest_works'));
    await openFromHome(person, copies);
    await answer(person, copies.questions[0], 'certified');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(copies.questions[1].text.vi);
    if (provoked.length) person.forgive(...provoked);
  });
}

personTest('on its own page a definition that fails to load is named, too', {}, async (person) => {
  await person.page.route(new RegExp(`/data/tt/${birth.id}\\..*json`), unable['broken JSON'][0]);
  await person.open(page);
  await person.page.getByRole('alert').getByText(birth.title.vi, { exact: false }).waitFor();
  await openFromHome(person, copies);
});

for (const way of ['the button', 'answering']) {
  personTest(`when the app does not come the list stays, and ${way} tries again`, {}, async (person) => {
    let failing = true;
    await person.page.route(/\/assets\/core\./, (route) => (failing ? route.abort() : route.continue()));
    await person.page.goto(person.url + page);
    const retry = person.page.getByRole('alert').getByRole('button');
    await retry.waitFor();
    await person.heading(person.say('procedure.all_papers'), 2).waitFor();
    failing = false;
    if (way === 'the button') await retry.click();
    await answer(person, birth.questions[0], 'home');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birth.questions[1].text.vi);
    assert.equal(await person.page.getByRole('alert').count(), 0);
    person.forgive(/net::ERR_FAILED/);
  });
}

const refuseDatabase = () => { IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }; };

personTest('one store is enough: with the database refused what is entered is saved all the same', {}, async (person) => {
  await person.page.addInitScript(refuseDatabase);
  await person.open(page);
  await answer(person, birth.questions[0], 'home');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[1].text.vi);
  await person.reads(person.say('save.saved'));
  await person.page.reload();
  await person.appReady();
  await person.arrives(birth.questions[1].text.vi, { focused: false });
});

personTest('when storage is refused the person is told and can go on', {}, async (person) => {
  await person.page.addInitScript(refuseDatabase);
  await person.page.route(/\/assets\/log\./, (route) => route.abort()); // the other store's worker
  await person.open(page);
  await answer(person, birth.questions[0], 'home');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[1].text.vi);
  await person.reads(person.say('problem.storage_none'));
  assert.equal(await person.page.getByText(person.say('save.saved')).count(), 0, 'never says that it is saved');
});
