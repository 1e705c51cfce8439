// What the rescue page says of the browser's promise, and how it brings everything onto the device for use without a network.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { releaseTest } from './releases.mjs';
import { paths, say } from './rescue_page.mjs';
import { personTest, until } from './support.mjs';

const copies = procedure('chung-thuc-ban-sao');
const part = (person, title) => person.role('region', say(title, {}, person.lang));
const keep = (person) => part(person, 'device.keep.title');
const rest = (person) => part(person, 'device.rest.title');
const words = (person, key, values) => say(key, values, person.lang);
const shows = (person, where, key) => where.getByText(words(person, key), { exact: true }).waitFor();

/** The browser's answers: what it has promised, and what it says when it is asked. `undefined`: it knows no such question. */
function promises({ persisted, persist, usage }) {
  const answer = (value) => (value === undefined ? undefined : () => (value === 'refused' ? Promise.reject(new TypeError('refused')) : Promise.resolve(value)));
  for (const [name, value] of Object.entries({ persisted: answer(persisted), persist: answer(persist), estimate: answer(typeof usage === 'number' ? { usage } : usage) })) {
    Object.defineProperty(StorageManager.prototype, name, { value, configurable: true });
  }
}

const browsers = [
  [{ persisted: true, usage: 7_240_000 }, 'device.keep.yes', false, ['device.keep.room', { used: '7,2' }]],
  [{ persisted: false, persist: true, usage: 10 }, 'device.keep.no', 'device.keep.yes', ['device.keep.room.little']],
  [{ persisted: false, persist: false }, 'device.keep.no', 'device.keep.refused', undefined],
  [{ persisted: false, persist: 'refused' }, 'device.keep.no', 'device.keep.none', undefined],
  [{ persisted: 'refused', usage: 'refused' }, 'device.keep.none', false, undefined],
  [{}, 'device.keep.none', false, undefined],
];
for (const [answers, first, asked, room] of browsers) {
  personTest(`the browser’s promise in words: ${JSON.stringify(answers)}`, {}, async (person) => {
    await person.page.addInitScript(promises, answers);
    await person.page.goto(person.url + paths.vi);
    await shows(person, keep(person), first);
    if (room) await keep(person).getByText(say(...room)).waitFor();
    else assert.equal(await keep(person).getByText('MB').count(), 0);
    const press = keep(person).getByRole('button', { name: say('device.keep.ask') });
    assert.equal(await press.count(), asked ? 1 : 0);
    if (!asked) return;
    await person.press(press);
    await shows(person, keep(person), asked);
  });
}

personTest('a browser without service workers is told of kindly', {}, async (person) => {
  await person.page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  await person.page.goto(person.url + paths.vi);
  await shows(person, rest(person), 'device.rest.none');
  assert.equal(await rest(person).getByRole('button').count(), 0);
});

/** A test with a server of its own, whose service worker works, and a person whose first page is this one. */
function workerTest(title, options, story) {
  releaseTest(title, options, async (person, releases) => {
    await person.page.goto(person.url + paths[person.lang]);
    await shows(person, rest(person), 'device.rest.unknown');
    await story(person, releases);
  });
}

const pressRest = (person, key) => person.press(rest(person).getByRole('button', { name: words(person, key) }));

/** Presses Pause as soon as some files have come: from inside the page, since it may last a moment only. */
function pauseSoon(person) {
  return rest(person).evaluate((section, pause) => {
    const button = section.querySelector('button');
    const bar = section.querySelector('progress');
    let begun;
    const watcher = new MutationObserver(() => {
      begun ??= button.textContent === pause ? bar.value : undefined;
      if (begun === undefined || bar.value <= begun) return;
      watcher.disconnect();
      button.click();
    });
    watcher.observe(section, { childList: true, characterData: true, subtree: true });
  }, words(person, 'device.rest.pause'));
}

async function share(person) {
  const [value, max] = await rest(person).getByRole('progressbar').evaluate(({ value, max }) => [value, max]);
  return value / max;
}

for (const lang of ['vi', 'en']) {
  workerTest(`everything onto the device: paused, gone on with, complete, then pages never opened come without a network (${lang})`, { lang }, async (person, releases) => {
    await pauseSoon(person);
    await pressRest(person, 'device.rest.start');
    await shows(person, rest(person), 'device.rest.paused');
    const before = await share(person);
    assert.ok(before > 0 && before < 1, `a part is here: ${before}`);
    await person.page.reload();
    await until(async () => await rest(person).getByRole('progressbar').count() && await share(person) >= before, 'the state is known after a reload');
    await pressRest(person, 'device.rest.start');
    await shows(person, rest(person), 'device.rest.done');
    assert.equal(await share(person), 1);
    assert.equal(await rest(person).getByRole('button').count(), 0);
    await person.context.setOffline(true);
    await releases.stop();
    await person.page.reload();
    await shows(person, rest(person), 'device.rest.done');
    await person.open(`/${lang}/tt/${copies.id}/`);
    await person.arrives(copies.title[lang], { focused: false });
    await person.assertNoFaults();
  });
}

workerTest('when the network goes away it says so, and what has come is kept', {}, async (person, releases) => {
  await pauseSoon(person);
  await pressRest(person, 'device.rest.start');
  await shows(person, rest(person), 'device.rest.paused');
  const before = await share(person);
  await releases.stop();
  await pressRest(person, 'device.rest.on');
  await shows(person, rest(person), 'device.rest.network.failed');
  assert.equal(await share(person), before);
  await rest(person).getByRole('button', { name: say('device.rest.on') }).waitFor();
});

workerTest('without a network at the first visit it says so', {}, async (person, releases) => {
  await releases.stop();
  await pressRest(person, 'device.rest.start');
  await shows(person, rest(person), 'device.rest.network.failed');
});
