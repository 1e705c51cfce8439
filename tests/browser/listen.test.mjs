// “Read this page to me”, with a stubbed voice: only a voice of the device itself, each sentence of the page once and in order, the
// sentence that is read marked in both views, silence on another page, and a kind word where there is no voice.
import assert from 'node:assert/strict';
import { plain, procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { personTest, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');

/** In the page: voices as told; what is spoken is noted, and goes on when `said()` is called. */
function stubVoices(voices) {
  const spoken = [];
  let now;
  class Utterance { constructor(text) { this.text = text; } }
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance) { now = utterance; spoken.push({ text: utterance.text, voice: utterance.voice.name }); utterance.onstart(); },
    cancel() { now = undefined; },
  });
  globalThis.spoken = spoken;
  globalThis.said = () => { const { onend } = now; now = undefined; onend(); };
  globalThis.speaking = () => now !== undefined;
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
  globalThis.SpeechSynthesisUtterance = Utterance;
}

const local = [{ name: 'far', lang: 'vi-VN', localService: false }, { name: 'near', lang: 'vi_VN', localService: true }, { name: 'english', lang: 'en-US', localService: true }];
const far = local.filter(({ localService, lang }) => !localService || lang === 'en-US');

async function reachSecondQuestion(person) {
  await person.open(`/vi/tt/${birth.id}/`);
  await answer(person, birth.questions[0], 'facility');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[1].text.vi);
}

/** In the page: the voices are named only when `named()` is called, as some browsers do. */
function nameVoicesLater() {
  const { getVoices } = globalThis.speechSynthesis;
  globalThis.speechSynthesis.getVoices = () => [];
  globalThis.named = () => {
    globalThis.speechSynthesis.getVoices = getVoices;
    globalThis.speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  };
}

const marked = (person) => person.page.evaluate(() => [...CSS.highlights.get('listening') ?? []].map(String).join());

for (const view of ['plain', 'canvas']) {
  personTest(`the page is read, sentence by sentence, and marked (${view})`, { view, input: 'keyboard' }, async (person) => {
    await person.page.addInitScript(stubVoices, local);
    await reachSecondQuestion(person);
    await person.pressButton(person.say('listen.start'));
    await person.role('button', person.say('listen.stop')).waitFor();
    await until(() => person.page.evaluate(() => globalThis.speaking()), 'a voice');
    const [first] = await person.page.evaluate(() => globalThis.spoken);
    assert.equal(first.voice, 'near');
    assert.equal(plain(await marked(person)), plain(first.text));
    while (await person.page.evaluate(() => globalThis.speaking())) await person.page.evaluate(() => globalThis.said());
    const texts = (await person.page.evaluate(() => globalThis.spoken)).map(({ text }) => text);
    const shown = plain(await person.page.getByRole('main').innerText());
    assert.ok(texts.length > 5);
    for (const text of texts) assert.ok(shown.includes(plain(text)), text);
    const asked = texts.indexOf(birth.questions[1].text.vi);
    const options = birth.questions[1].options.map(({ label }) => texts.indexOf(label.vi.trim()));
    assert.ok(asked >= 0 && options.every((at, index) => at > (options[index - 1] ?? asked)), `in order: ${texts.join(' | ')}`);
    assert.equal(new Set(texts).size, texts.length, 'each once');
    await person.role('button', person.say('listen.start')).waitFor();
    assert.equal(await marked(person), '');
  });
}

personTest('another page is silent, and so is who presses again', {}, async (person) => {
  await person.page.addInitScript(stubVoices, local);
  await reachSecondQuestion(person);
  const speaks = (wanted) => until(async () => await person.page.evaluate(() => globalThis.speaking()) === wanted, `speaking: ${wanted}`);
  await person.pressButton(person.say('listen.start'));
  await speaks(true);
  await answer(person, birth.questions[1], 'none');
  await speaks(true);
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[2].text.vi);
  await speaks(false);
  await person.pressButton(person.say('listen.start'));
  await speaks(true);
  await person.pressButton(person.say('listen.stop'));
  await speaks(false);
  assert.equal(await marked(person), '');
});

personTest('who leaves while a voice is still looked for hears nothing, and may ask again', {}, async (person) => {
  await person.page.addInitScript(stubVoices, local);
  await person.page.addInitScript(nameVoicesLater);
  await reachSecondQuestion(person);
  await person.pressButton(person.say('listen.start'));
  await answer(person, birth.questions[1], 'none');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[2].text.vi);
  await person.page.evaluate(() => globalThis.named());
  await person.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve); })); // all that follows from it has happened
  assert.deepEqual(await person.page.evaluate(() => globalThis.spoken), []);
  await person.pressButton(person.say('listen.start'));
  await until(() => person.page.evaluate(() => globalThis.speaking()), 'a voice');
});

for (const [what, voices] of [['no voice', []], ['voices of others and of other languages', far]]) {
  personTest(`a device with ${what} says so, kindly, and sends nothing`, {}, async (person) => {
    await person.page.addInitScript(stubVoices, voices);
    await person.open('/vi/');
    await person.pressButton(person.say('listen.start'));
    await person.reads(person.say('listen.no_voice'));
    assert.deepEqual(await person.page.evaluate(() => globalThis.spoken), []);
  });
}
