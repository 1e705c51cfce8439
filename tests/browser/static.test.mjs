// The page before and without its program: everything can be read, and the first question takes an answer at once.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { personTest, until } from './support.mjs';

const ids = ['dang-ky-khai-sinh', 'dang-ky-ket-hon', 'xac-nhan-tinh-trang-hon-nhan', 'dang-ky-thuong-tru', 'dang-ky-tam-tru', 'chung-thuc-ban-sao'];
const birth = procedure('dang-ky-khai-sinh');
const [first, second] = birth.questions;

for (const lang of ['vi', 'en']) {
  personTest(`without scripts every procedure can be read (${lang})`, { script: false, lang }, async (person) => {
    for (const id of ids) {
      const definition = procedure(id);
      await person.page.goto(`${person.url}/${lang}/tt/${id}/`);
      await person.heading(definition.title[lang], 1).waitFor();
      const papers = await person.headings(3);
      for (const { name } of definition.documents) assert.ok(papers.includes(name[lang]), `${id}: ${name[lang]}`);
      for (const key of ['procedure.fee', 'procedure.time', 'procedure.where', 'procedure.law']) await person.heading(person.say(key), 2).waitFor();
      await person.page.locator('p').filter({ hasText: person.say('static.noscript') }).waitFor();
      const facts = await person.facts();
      for (const { label } of definition.fees) assert.ok(facts.has(label[lang]), label[lang]);
    }
  });
}

personTest('without scripts the home page leads to every procedure', { script: false }, async (person) => {
  await person.page.goto(`${person.url}/vi/`);
  for (const id of ids) {
    const { title } = procedure(id);
    await person.page.locator(`a[href="/vi/tt/${id}/"]`).last().click();
    await person.heading(title.vi, 1).waitFor();
    await person.page.goBack();
    await person.heading(person.say('home.title'), 1).waitFor();
  }
});

/** Holds back the app or the core until `release` is called. */
async function holdBack(person, pattern) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await person.page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

const slow = { 'the app': /\/assets\/app\.[0-9a-f]+\.js/, 'the core': /\/assets\/core\.[0-9a-f]+\.wasm/, 'the content': /\/data\/start\./ };

/** The page as it was built, with its first small script. */
async function openStatic(person) {
  await person.page.goto(`${person.url}/vi/tt/${birth.id}/`, { waitUntil: 'commit' });
  await person.heading(first.text.vi, 2).waitFor();
  await person.page.waitForFunction(() => performance.getEntriesByName('danloi:interactive').length > 0);
}

for (const [name, input] of [['the app', 'keyboard'], ['the core', 'mouse'], ['the core', 'touch'], ['the content', 'mouse']]) {
  personTest(`the first question is answered before ${name} is there (${input})`, { input }, async (person) => {
    const release = await holdBack(person, slow[name]);
    await openStatic(person);
    await answer(person, first, 'home');
    await person.pressButton(person.say('question.continue'));
    assert.equal(await person.page.evaluate(() => performance.getEntriesByName('danloi:core').length), 0);
    assert.equal(await person.heading(second.text.vi, 1).count(), 0);
    release();
    await person.arrives(second.text.vi);
    await person.page.waitForFunction(() => performance.getEntriesByName('danloi:core').length === 1);
    await person.saved();
    assert.equal(await person.keptValue('answer.birthPlace'), '"home"');
  });
}

personTest('an answer changed while waiting: the last one counts', {}, async (person) => {
  const release = await holdBack(person, slow['the core']);
  await openStatic(person);
  await answer(person, first, 'home');
  await answer(person, first, 'abroad');
  release();
  await until(async () => await person.keptValue('answer.birthPlace') === '"abroad"', 'the last answer is kept');
});

personTest('the app takes over in place: no element of the page is made anew', {}, async (person) => {
  const release = await holdBack(person, slow['the app']);
  const releaseWords = await holdBack(person, /\/data\/words\./); // what comes when the page has nothing better to do adds its own line
  await person.page.goto(`${person.url}/vi/tt/${birth.id}/`, { waitUntil: 'commit' });
  await person.heading(birth.title.vi, 1).waitFor();
  await person.page.waitForFunction(() => document.readyState === 'complete' || document.readyState === 'interactive');
  await person.page.evaluate(() => {
    globalThis.changes = [];
    const watch = new MutationObserver((list) => {
      for (const { addedNodes, removedNodes, target } of list) {
        if (addedNodes.length + removedNodes.length) globalThis.changes.push(target.id || target.outerHTML?.slice(0, 80));
      }
    });
    watch.observe(document.getElementById('stage'), { childList: true, subtree: true });
  });
  release();
  await person.appReady();
  assert.deepEqual(await person.page.evaluate(() => globalThis.changes), []);
  releaseWords();
  await person.role('button', /^Giải thích từ khó/).waitFor();
});

personTest('a shared link of the page previews with title and summary', { script: false }, async (person) => {
  await person.page.goto(`${person.url}/vi/tt/${birth.id}/`);
  const meta = (name) => person.page.locator(`meta[property="${name}"]`).getAttribute('content');
  assert.ok((await meta('og:title')).includes(birth.title.vi));
  assert.equal(await meta('og:description'), birth.summary.vi);
});
