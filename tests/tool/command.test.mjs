// The danloi command as content people use it: what it says about a bad file, and what it builds all the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'danloi-'));
after(() => rmSync(folder, { recursive: true }));

const id = 'dang-ky-tam-tru';
const sound = readFileSync(join(root, 'procedures', `${id}.json`));

function danloi(args, input = '') {
  const { status, stdout, stderr } = spawnSync(join(root, 'build/native/danloi'), args, { cwd: root, input, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

/** The sound definition with one thing changed. */
function changed(change) {
  const definition = JSON.parse(sound);
  change(definition);
  return Buffer.from(JSON.stringify(definition));
}

/** The bytes with the first `before` replaced; it must be there. */
function replaced(before, after) {
  const at = sound.indexOf(before);
  assert.ok(at >= 0);
  return Buffer.concat([sound.subarray(0, at), Buffer.from(after), sound.subarray(at + before.length)]);
}

const nested = (depth) => (depth === 0 ? true : { '!': [nested(depth - 1)] });

const bad = {
  'an unknown key': [changed((d) => { d.colour = 'red'; }), '/colour'],
  'a reference to nothing': [changed((d) => { d.documents[0].formRef = 'khong-co'; }), '/documents/0/formRef'],
  'a wrong type': [changed((d) => { d.documents[0].original = 'one'; }), '/documents/0/original'],
  'a circle': [changed((d) => { d.facts[0].rule = { var: d.facts[0].name }; }), '/facts/0/rule'],
  'depth 40': [changed((d) => { d.documents[0].when = nested(40); }), '/documents/0/when'],
  'a key twice': [replaced('"version"', '"version": "2026-01-01", "version"'), '/version'],
  'invalid UTF-8': [replaced('"vi": "', [...Buffer.from('"vi": "'), 0xff]), '/vi'],
};

for (const [name, [bytes, pointer]] of Object.entries(bad)) {
  test(`${name} is one problem with file, place, reason and remedy`, () => {
    const file = join(folder, `${id}.json`);
    writeFileSync(file, bytes);
    const { status, out } = danloi(['check', file, '--json']);
    const { problems } = JSON.parse(out);
    assert.equal(status, 1);
    assert.equal(problems.length, 1, out);
    assert.equal(problems[0].file, file);
    assert.ok(problems[0].pointer.includes(pointer), problems[0].pointer);
    assert.ok(problems[0].reason.length > 10 && problems[0].remedy.length > 10);
  });
}

test('a site with a bad definition is built from the sound ones only when asked to', () => {
  const library = mkdtempSync(join(folder, 'library-'));
  for (const part of ['content', 'procedures']) cpSync(join(root, part), join(library, part), { recursive: true });
  mkdirSync(join(library, 'build'));
  symlinkSync(join(root, 'build/places'), join(library, 'build/places'));  // local layers name units
  writeFileSync(join(library, 'procedures', `${id}.json`), bad['a key twice'][0]);
  const build = (out, ...more) => danloi(['build', '--root', library, '--out', join(folder, out), '--assets', join(root, 'build/assets'), ...more]);
  const refused = build('refused');
  assert.equal(refused.status, 1);
  assert.match(refused.err, /dang-ky-tam-tru\.json \/version: .*stands twice/);
  assert.ok(!existsSync(join(folder, 'refused')), 'nothing is written');
  const kept = build('kept', '--keep-going');
  assert.equal(kept.status, 0, kept.err);
  assert.equal(kept.err, refused.err, 'the same one problem, and none that follows from it');
  const pages = readdirSync(join(folder, 'kept/vi/tt'));
  assert.ok(pages.length >= 5 && !pages.includes(id));
});

test('the site has the papers of the library written out, and says which they are', () => {
  const out = join(folder, 'site');
  const { status, err } = danloi(['build', '--out', out, '--assets', join(root, 'build/assets')]);
  assert.equal(status, 0, err);
  const library = new Map(JSON.parse(readFileSync(join(root, 'content/documents.json'))).documents.map((one) => [one.id, one]));
  const built = readdirSync(join(out, 'data/tt')).map((name) => JSON.parse(readFileSync(join(out, 'data/tt', name))));
  assert.ok(built.length >= 40);
  const used = new Map();
  for (const { id, documents } of built)
    for (const { shared, name } of documents) {
      assert.ok(name?.vi && name.en, id);
      if (shared) used.set(shared, [...(used.get(shared) ?? []), name.vi]);
    }
  assert.deepEqual([...used.keys()].sort(), [...library.keys()].sort());
  for (const [id, names] of used) assert.ok(names.length >= 2 && names.includes(library.get(id).name.vi), id);
});

test('logic answers each line by a result or an error', () => {
  const lines = ['{"rule":{"+":["1.5",2]}}', '{"rule":{"cat":[{"var":"a"},0.1]},"data":{"a":"x"}}', '{"rule":{"foo":1}}'];
  const { status, out } = danloi(['logic'], `${lines.join('\n')}\n`);
  const results = out.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(results.slice(0, 2), [{ result: 3.5 }, { result: 'x0.1' }]);
  assert.match(results[2].error, /unknown operator/);
  assert.equal(status, 0);
});

test('a new definition says what belongs where, and the check names every text still to be written', () => {
  const library = mkdtempSync(join(folder, 'new-'));
  for (const part of ['content', 'procedures']) cpSync(join(root, part), join(library, part), { recursive: true });
  const made = danloi(['new', 'lam-viec-moi', '--root', library, '--today', '2026-11-21']);
  assert.equal(made.status, 0, made.err);
  const file = join(library, 'procedures/lam-viec-moi.json');
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).lastChecked, '2026-11-21');
  const { problems } = JSON.parse(danloi(['check', file, '--root', library, '--today', '2026-11-21', '--json']).out);
  const others = problems.filter(({ reason }) => !/still the scaffold's text/.test(reason));
  assert.ok(problems.length - others.length >= 20);
  assert.deepEqual(others.map(({ pointer, reason }) => `${pointer} ${reason}`), ['/tests there are only 3 stories']);
  assert.equal(danloi(['new', 'lam-viec-moi', '--root', library]).status, 1, 'nothing is written over');
});

test('a graph shows every question and paper, and which answers decide it', () => {
  const { status, out } = danloi(['graph', id]);
  const definition = JSON.parse(sound);
  assert.equal(status, 0);
  assert.match(out, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const said = out.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  for (const [index, { text }] of definition.questions.entries()) assert.ok(said.includes(`${index + 1}. ${text.vi}`), text.vi);
  const library = JSON.parse(readFileSync(join(root, 'content/documents.json'), 'utf8')).documents;
  for (const { name, shared } of definition.documents) {
    const { vi } = name ?? library.find((paper) => paper.id === shared).name;
    assert.ok(said.includes(vi), vi);
  }
  const rings = out.match(/<circle [^>]*fill="#ffffff"/g).length;
  assert.equal(rings, definition.questions.length, 'each question stands in its own column');
  assert.ok(out.match(/<circle [^>]*fill="#0a5c8a"/g).length >= definition.documents.filter(({ when }) => when).length, 'a paper with a rule hangs on an answer');
});

test('a walk on the terminal shows the answers at the end and takes one back', () => {
  const [first] = JSON.parse(sound).questions;
  const shown = (value) => `  1  ${first.text.vi}  ${first.options.find((option) => option.value === value).label.vi}\n`;
  const number = (value) => first.options.findIndex((option) => option.value === value) + 1;
  // Answers the first question with "short", takes that back in the review, answers it and all others anew.
  const { status, out } = danloi(['walk', id, '--today', '2026-11-21'], `${number('short')}\n1\n${number('new')}\n${'?\n'.repeat(20)}`);
  assert.equal(status, 0);
  const [before, after] = [out.indexOf(shown('short')), out.indexOf(shown('new'))];
  assert.ok(before > 0 && after > before, out);
  const ui = JSON.parse(readFileSync(join(root, 'content/ui.json'), 'utf8')).strings;
  assert.ok(out.indexOf(ui['checklist.title'].vi, after) > 0, 'the papers come after the review');
});
