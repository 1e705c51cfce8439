// The ways in which Vietnamese comes into a field, each made of the browser's own events.
//  - Telex and VNI as compositions: the word grows, changes its marks and is committed
//  - programs like Unikey, which take letters back with Backspace and insert others
//  - keyboards of phones, which compose over the whole word that stands there already
//  - correctors, which replace a word; and letters that come decomposed

const bare = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/** The word as it grows: plain letters one by one, then with its marks. */
function stagesOf(word) {
  const plain = bare(word);
  const stages = [...plain].map((_letter, index) => plain.slice(0, index + 1));
  return plain === word ? stages : [...stages, word];
}

async function compose(session, text, more = {}) {
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length, ...more });
}

/** Each letter gets its marks as it comes, as with Telex. */
async function telexComposition({ session }, word) {
  for (const index of word.split('').keys()) {
    const text = word.slice(0, index);
    await compose(session, text + bare(word[index]));
    await compose(session, text + word[index]);
  }
  await session.send('Input.insertText', { text: word });
}

/** The marks come when the plain word is there, as with VNI's digits. */
async function vniComposition({ session }, word) {
  for (const text of stagesOf(word)) await compose(session, text);
  await session.send('Input.insertText', { text: word });
}

async function takingBack({ session, page }, word) {
  const stages = stagesOf(word);
  for (const [index, text] of stages.entries()) {
    const before = stages[index - 1] ?? '';
    let same = 0;
    while (same < before.length && before[same] === text[same]) same++;
    for (let left = before.length - same; left > 0; left--) await page.keyboard.press('Backspace');
    await session.send('Input.insertText', { text: text.slice(same) });
  }
}

async function overTheWord({ session, field }, word) {
  const start = (await field.inputValue()).length;
  await session.send('Input.insertText', { text: bare(word) });
  await compose(session, word, { replacementStart: start, replacementEnd: start + word.length });
  await session.send('Input.insertText', { text: word });
}

async function replaced({ session, field }, word) {
  await session.send('Input.insertText', { text: bare(word) });
  await field.evaluate((element, wanted) => {
    const end = element.value.length;
    element.setRangeText(wanted, end - wanted.length, end, 'end');
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: wanted }));
  }, word);
}

async function decomposed({ session }, word) {
  await session.send('Input.insertText', { text: word.normalize('NFD') });
}

const ways = {
  'a Telex composition': telexComposition, 'a VNI composition': vniComposition, 'taking letters back': takingBack,
  'composing over the word': overTheWord, 'a corrector': replaced, 'decomposed letters': decomposed,
};

export const wayNames = Object.keys(ways);

/** Types the words in one of the ways, and gives what must stand in the field then. */
export async function typeIn(person, field, way, text) {
  const session = await person.context.newCDPSession(person.page);
  await field.click();
  for (const [index, word] of text.split(' ').entries()) {
    if (index > 0) await person.page.keyboard.press('Space');
    await ways[way]({ session, page: person.page, field }, word);
  }
  await session.detach();
  return way === 'decomposed letters' ? text.normalize('NFD') : text;
}
