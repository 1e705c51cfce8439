// Mistakes that people make in the content around the definitions, planted one by one into a small sound copy of it:
// `danloi check` names each in its file and at its place.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'danloi-content-'));
after(() => rmSync(folder, { recursive: true }));

const T = (vi, en = 'Some words') => ({ vi, en });
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const write = (file, json) => writeFileSync(join(folder, file), JSON.stringify(json));
const documents = 'content/documents.json';
const glossary = 'content/glossary.json';
const wording = 'content/ui.json';
const layer = 'content/localities/79.json';
const first = 'procedures/xoa-thuong-tru.json';
const second = 'procedures/thong-bao-luu-tru.json';

// Two real procedures and a library with one paper that both use: enough for every mistake, and checked in a second.
before(() => {
  for (const file of [first, second, wording, layer, 'content/calendar.json', 'content/letters.txt']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  mkdirSync(join(folder, 'build'));
  symlinkSync(join(root, 'build/places'), join(folder, 'build/places'));
  write(documents, { format: 1, documents: [{ id: 'ca-hai', type: 'paper', name: T('Giấy mà cả hai nơi đều cần', 'A paper for both'), note: T('Mang theo nhé.', 'Bring it.') }] });
  for (const file of [first, second]) standAlone(file);
  const ids = [first, second].map((file) => read(file).id);
  write('content/life-events.json', { format: 1, events: [{ id: 'viec', title: T('Việc'), icon: 'home', procedures: ids }] });
  write(glossary, { format: 1, terms: [{ id: 'thuong-tru', term: T('thường trú', 'residence'), meaning: T('Nơi bạn ở lâu dài.', 'Where you live.') }] });
});

/** A definition that needs no other procedure than these two; its last paper is the library's. */
function standAlone(file) {
  const d = read(file);
  const library = new Map(JSON.parse(readFileSync(join(root, documents), 'utf8')).documents.map((one) => [one.id, one]));
  d.documents = d.documents.map(({ shared, ...own }) => ({ ...library.get(shared), ...own }));
  for (const one of d.documents) delete one.howToGetProcedure;
  for (const one of d.eligibility ?? []) if (one.insteadProcedure) Object.assign(one, { insteadProcedure: undefined, instead: one.instead ?? T('Hỏi xã.') });
  Object.assign(d, { related: undefined, lifeEvents: ['viec'] });
  const { id, role, when, because, notNeeded, group, original, certified, plain, basis } = d.documents.at(-1);
  d.documents[d.documents.length - 1] = { id, shared: 'ca-hai', role, when, because, notNeeded, group, original, certified, plain, basis };
  write(file, d);
}

function check() {
  const { status, stdout } = spawnSync(join(root, 'build/native/danloi'), ['check', '--root', folder, '--json'], { encoding: 'utf8' });
  return { status, ...JSON.parse(stdout) };
}

const said = ({ file, pointer, reason }) => `${file} ${pointer}: ${reason}`;
const last = (d) => d.documents.length - 1;
const long = T(`Đây là ${'một câu dài '.repeat(12)}nhé.`);

/** mistake: [file, what is changed there, where it is said to be, what is said] */
const mistakes = {
  'a paper that the library does not have': [first, (d) => { d.documents[last(d)].shared = 'khong-co'; }, (d) => `/documents/${last(d)}/shared`, /no paper "khong-co" in content\/documents\.json/],
  'words that the library says already': [first, (d) => { d.documents[last(d)].note = T('Mang theo nhé.', 'Bring it.'); }, (d) => `/documents/${last(d)}/note`, /says the same as the library's "ca-hai"/],
  'a shared paper of the wrong kind': [first, (d) => { Object.assign(d.documents[last(d)], { shared: 7, name: T('Giấy số bảy') }); }, (d) => `/documents/${last(d)}/shared`, /expected a text/],
  'a paper of the library that nobody uses': [documents, (l) => l.documents.push({ id: 'thua', name: T('Tờ không ai cần') }), '/documents/1', /no definition uses "thua"/],
  'a paper of the library twice': [documents, (l) => l.documents.push({ ...l.documents[0] }), '/documents/1/id', /used twice/],
  'a paper of the library without English': [documents, (l) => { delete l.documents[0].name.en; }, '/documents/0/name', /no English/],
  'a paper of the library without a name': [documents, (l) => { delete l.documents[0].name; }, '/documents/0', /"name" is missing/],
  'a key that the library does not know': [documents, (l) => { l.documents[0].role = 'submit'; }, '/documents/0/role', /not known here/],
  'a long sentence in the library': [documents, (l) => { l.documents[0].note = long; }, '/documents/0/note/vi', /a sentence has \d+ words/],
  'a kind of paper that does not exist': [documents, (l) => { l.documents[0].type = 'to-giay'; }, '/documents/0/type', /"to-giay"/],
  'a way to get a paper that does not exist': [documents, (l) => { l.documents[0].howToGetProcedure = 'khong-co'; }, '/documents/0/howToGetProcedure', /no procedure "khong-co"/],
  'the same paper in two definitions': [first, (d) => { d.documents[0].name = read(second).documents[0].name; }, '/documents/0', /has the same name as procedures\/thong-bao-luu-tru\.json \/documents\/0/],
  'nearly the same paper in two definitions': [first, (d) => { d.documents[0].name = T('Giấy mà cả hai nơi đều cần có'); }, '/documents/0', /nearly the same name as "Giấy mà cả hai nơi đều cần", procedures\/thong-bao-luu-tru\.json/],
  'a letter that the font has not': [first, (d) => { d.summary.vi += ' ☎'; }, '/summary/vi', /cannot draw "☎" \(U\+260E\)/],
  'such a letter in the wording': [wording, (w) => { w.strings['home.title'].en += ' →'; }, '/strings/home.title/en', /cannot draw "→" \(U\+2192\)/],
  'such a letter in a layer': [layer, (l) => { l.notes = [...(l.notes ?? []), { text: T('Gọi ☎'), source: 'x', confidence: 'low' }]; }, '/notes/', /U\+260E/],
  'a fault without a reason': [wording, (w) => { w.strings['problem.not_saved'].vi = 'Mời bạn thử lại. Cảm ơn bạn.'; }, '/strings/problem.not_saved/vi', /does not begin with the reason/],
  'a fault without a next step': [wording, (w) => { w.strings['question.error.date'].en = 'We could not read this date. Thank you.'; }, '/strings/question.error.date/en', /what to do next/],
  'a fault without a polite form': [wording, (w) => { w.strings['link.unknown'].vi = 'Chưa có trang này. Mời bạn về trang đầu.'; }, '/strings/link.unknown/vi', /no polite form/],
  'a fault that blames': [wording, (w) => { w.strings['question.error.number'].en = 'Invalid number. Please type digits. Thank you.'; }, '/strings/question.error.number/en', /blames the reader/],
  'no sentence that asks permission': [wording, (w) => { delete w.strings['question.permission']; }, '/strings', /"question\.permission" is missing/],
  'a word that occurs nowhere': [glossary, (g) => g.terms.push({ id: 'la', term: T('từ lạ hoắc', 'strange'), meaning: T('Không ai nói.') }), '/terms/1', /occurs in no definition/],
  'a word twice': [glossary, (g) => g.terms.push({ ...g.terms[0], id: 'nua', term: T('Thường trú', 'living there') }), '/terms/1/term/vi', /explained by "thuong-tru" too/],
  'an id twice': [glossary, (g) => g.terms.push({ ...g.terms[0], term: T('tạm trú', 'stay') }), '/terms/1/id', /stands here twice/],
  'a meaning that is too long': [glossary, (g) => { g.terms[0].meaning = long; }, '/terms/0/meaning/vi', /a sentence has \d+ words/],
  'a meaning in one language': [glossary, (g) => { delete g.terms[0].meaning.en; }, '/terms/0/meaning', /English text is missing/],
  'plain words that are long': [glossary, (g) => { g.terms[0].plain = T('nơi bạn ở lâu dài, '.repeat(4), 'home'); }, '/terms/0/plain/vi', /more than 60 letters/],
  'plain words that are the word': [glossary, (g) => { g.terms[0].plain = T('nơi ở lâu dài', 'Residence'); }, '/terms/0/plain/en', /the word itself/],
  'plain words with parentheses': [glossary, (g) => { g.terms[0].plain = T('nơi (bạn) ở', 'home'); }, '/terms/0/plain/vi', /parentheses/],
  'plain words in one language': [glossary, (g) => { g.terms[0].plain = { vi: 'nơi ở' }; }, '/terms/0/plain', /English text is missing/],
  'plain words with a letter that the font has not': [glossary, (g) => { g.terms[0].plain = T('nơi ở ☎', 'home'); }, '/terms/0/plain/vi', /U\+260E/],
  'a key that the glossary does not know': [glossary, (g) => { g.terms[0].note = 'x'; }, '/terms/0/note', /unknown key/],
  'a local time for a procedure that does not exist': [layer, (l) => { l.times = [{ procedure: 'khong-co', value: 1, unit: 'day', decision: 'x', source: 'x', confidence: 'low' }]; }, '/times/0/procedure', /no procedure "khong-co"/],
  'a key that a layer does not know': [layer, (l) => { l.colour = 'red'; }, '/colour', /unknown key/],
};

test('the copy is sound, and one line sums it up', () => {
  const { status, problems, total } = check();
  assert.deepEqual(problems.map(said), []);
  assert.equal(status, 0);
  const { procedures, stories, libraryPapers, libraryUses, glossaryTerms, localLayers } = total;
  assert.deepEqual({ procedures, libraryPapers, libraryUses, glossaryTerms, localLayers }, { procedures: 2, libraryPapers: 1, libraryUses: 2, glossaryTerms: 1, localLayers: 1 });
  assert.ok(stories.good >= 10 && stories.good === stories.all);
  const { stdout } = spawnSync(join(root, 'build/native/danloi'), ['check', '--root', folder], { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1);
  assert.match(line, /^2 procedures: \d+ questions, [\d,]+ paths, (\d+)\/\1 documents, (\d+)\/\2 steps, (\d+)\/\3 stories, 16\/16 components, 1 library paper used 2 times, 1 glossary term, 1 local layer, 0 problems$/);
});

for (const [name, [file, plant, pointer, reason]] of Object.entries(mistakes)) {
  test(name, () => {
    const sound = readFileSync(join(folder, file));
    const json = JSON.parse(sound);
    plant(json);
    write(file, json);
    const { status, problems } = check();
    writeFileSync(join(folder, file), sound);
    const place = typeof pointer === 'string' ? pointer : pointer(json);
    const found = problems.filter((one) => one.file === file && one.pointer.startsWith(place) && reason.test(one.reason));
    assert.equal(status, 1);
    assert.equal(found.length, 1, problems.map(said).join('\n'));
    assert.ok(found[0].remedy.length > 5);
  });
}

test('a layer of a place that does not exist', () => {
  const file = 'content/localities/99999.json';
  write(file, { ...read(layer), code: '99999' });
  const { problems } = check();
  rmSync(join(folder, file));
  assert.deepEqual(problems.map(({ file: where }) => where), [file]);
  assert.match(problems[0].reason, /no province or commune with code "99999"/);
});

test('a list of letters that cannot be read is named by its line', () => {
  const file = join(folder, 'content/letters.txt');
  const sound = readFileSync(file);
  writeFileSync(file, Buffer.concat([sound, Buffer.from('0020-007E\n')]));
  const { problems } = check();
  writeFileSync(file, sound);
  assert.equal(problems.length, 1);
  assert.match(problems[0].reason, /^line \d+: "0020-007E" is not a range/);
});
