// Mistakes that people make in definitions, planted one by one into a sound one: `danloi check` names each at its place.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'danloi-planted-'));
after(() => rmSync(folder, { recursive: true }));

const id = 'dang-ky-tam-tru';
const sound = readFileSync(join(root, 'procedures', `${id}.json`), 'utf8');
const words = (vi) => ({ vi, en: 'Some words' });
const because = (rule) => (d) => Object.assign(d.documents[0], { when: rule, because: words('Vì vậy') });
const question = (more) => (d) => d.questions.push({ id: 'planted', text: words('Mấy bản?'), why: words('Để tính tiền.'), ...more });

/** mistake: [what is changed, where it is said to be, what is said] */
const mistakes = {
  'a key that does not exist': [(d) => { d.documents[0].colour = 'red'; }, '/documents/0/colour', /not known here/],
  'a text without English': [(d) => { delete d.title.en; }, '/title', /no English/],
  'a part that is left out': [(d) => { delete d.documents; }, '', /"documents" is missing/],
  'a count below zero': [(d) => { d.documents[0].original = -1; }, '/documents/0/original', /out of range/],
  'a form that does not exist': [(d) => { d.documents[0].formRef = 'khong-co'; }, '/documents/0/formRef', /names nothing in "forms"/],
  'a kind of paper that does not exist': [(d) => { d.documents[0].type = 'khong-co'; }, '/documents/0/type', /not one of|"khong-co"/],
  'a paper of no kind': [(d) => { delete d.documents.find((one) => one.type).type; }, '/documents/', /what kind of thing/],
  'a group that does not exist': [(d) => { d.documents[0].group = 'khong-co'; }, '/documents/0/group', /names nothing in "groups"/],
  'a group of one paper': [leaveOneInGroup, '/groups/0', /fewer than two/],
  'a paper twice': [(d) => { d.documents[1].id = d.documents[0].id; }, '/documents/1/id', /used twice/],
  'an option twice': [repeatOption, '/options/1/value', /used twice/],
  'a step that needs an unknown paper': [(d) => { d.steps[0].needs = ['khong-co']; }, '/steps/0/needs/0', /names nothing/],
  'a box filled from nothing': [(d) => { d.forms = [{ ref: 'x', title: words('Tờ khai'), boxes: [{ no: '1', label: words('Họ tên'), from: 'khongCo' }] }]; }, '/forms/0/boxes/0/from', /names nothing/],
  'an operator that does not exist': [because({ regex: [1] }), '/documents/0/when/regex', /unknown operator/],
  'a rule about nothing': [because({ '==': [{ var: 'nothing' }, 1] }), '/documents/0/when', /neither a question nor a fact/],
  'an option that is never given': [because({ '==': [{ var: 'case' }, 'khong-co'] }), '/documents/0/when', /never matches/],
  'a paper that nobody needs': [because({ '==': [1, 2] }), '/documents/0', /no answers make this paper necessary/],
  'a rule that is not told in words': [(d) => { delete d.documents.find((one) => one.when).because; }, '/documents/', /no "because"/],
  'a question about later answers': [(d) => { d.questions[0].askIf = { '==': [{ var: d.questions.at(-1).id }, true] }; }, '/questions/0/askIf', /comes after it/],
  'a question without effect': [question({ kind: 'yesNo' }), '/questions/', /changes nothing/],
  'bounds upside down': [question({ kind: 'number', range: { min: 5, max: 1 } }), '/range/max', /less than the least/],
  'options of a yes or no': [(d) => { d.questions.find((one) => one.kind === 'yesNo').options = [{ value: 'a', label: words('A') }, { value: 'b', label: words('B') }]; }, '/options', /only questions of kind/],
  'a personal answer in a rule': [(d) => { d.questions[0].personal = true; }, '/questions/', /personal answer/],
  'a fact that nobody reads': [(d) => d.facts.push({ name: 'idle', meaning: words('Không ai đọc'), rule: true }), '/facts/', /nothing reads/],
  'letters in two pieces': [(d) => { d.title.vi = d.title.vi.normalize('NFD'); }, '/title/vi', /NFC/],
  'a tag': [(d) => { d.summary.vi = 'Một <b>câu</b>'; }, '/summary/vi', /HTML/],
  'an invisible letter': [(d) => { d.summary.vi = 'Một\u200bcâu'; }, '/summary/vi', /invisible/],
  'a sentence without end': [(d) => { d.summary.vi = `Bạn ${'nộp giấy tờ '.repeat(15)}nhé.`; }, '/summary/vi', /a sentence has 47 words/],
  'a day that does not exist': [(d) => { d.lastChecked = '2026-02-30'; }, '/lastChecked', /no such day/],
  'checked in the future': [(d) => Object.assign(d, { lastChecked: '2090-01-01', reviewBy: '2090-06-01' }), '/lastChecked', /future/],
  'a review that is overdue': [(d) => Object.assign(d, { lastChecked: '2025-01-01', reviewBy: '2025-02-01' }), '/reviewBy', /past|passed|overdue/],
  'no longer in force': [(d) => Object.assign(d, { effectiveFrom: '2024-01-01', effectiveTo: '2025-01-01' }), '/effectiveTo', /past|passed|force/],
  'no source': [(d) => { d.documents[0].basis = []; }, '/documents/0/basis', /too few/],
  'a source that is not listed': [(d) => { d.documents[0].basis = [{ law: 'khong-co', confidence: 'high' }]; }, '/documents/0/basis/0/law', /no entry "khong-co"/],
  'a confidence of its own': [(d) => { d.documents[0].basis[0].confidence = 'sure'; }, '/documents/0/basis/0/confidence', /not one of the values/],
  'a procedure that does not exist': [(d) => { d.related[0].procedure = 'khong-co'; }, '/related/0/procedure', /no procedure/],
  'an address without https': [(d) => { d.channels[0].url = 'http://example.vn'; }, '/channels/0/url', /right form/],
  'a code of another kind': [(d) => { d.code = 'ABC'; }, '/code', /right form/],
  'a newer format': [(d) => { d.format = 2; }, '/format', /newer format/],
  'a refusal without a way out': [(d) => { const one = d.eligibility.find(({ outcome }) => outcome === 'no'); delete one.instead; delete one.insteadProcedure; }, '/eligibility/', /not what to do instead/],
  'a story with the wrong papers': [(d) => { d.tests[0].expect.documents = ['can-cuoc']; }, '/tests/0/expect/documents', /expected can-cuoc/],
  'a story with the wrong fee': [(d) => { d.tests[0].expect.fees = 1; }, '/tests/0/expect/fees', /expected 1 VND/],
  'a story about an unknown question': [(d) => { d.tests[0].answers.khongCo = 1; }, '/tests/0/answers', /no question "khongCo"/],
  'too few stories': [(d) => { d.tests.length = 2; }, '/tests', /only 2 stories/],
};

function leaveOneInGroup(d) {
  const members = d.documents.filter(({ group }) => group === d.groups[0].id);
  for (const one of members.slice(1)) delete one.group;
}

function repeatOption(d) {
  const [first, second] = d.questions.find(({ options }) => options).options;
  second.value = first.value;
}

for (const [name, [plant, pointer, reason]] of Object.entries(mistakes)) {
  test(name, () => {
    const definition = JSON.parse(sound);
    plant(definition);
    const file = join(folder, `${id}.json`);
    writeFileSync(file, JSON.stringify(definition));
    const { status, stdout } = spawnSync(join(root, 'build/native/danloi'), ['check', file, '--json'], { cwd: root, encoding: 'utf8' });
    const { problems } = JSON.parse(stdout);
    assert.equal(status, 1);
    const found = problems.find((one) => one.pointer.includes(pointer) && reason.test(one.reason));
    assert.ok(found, problems.map((one) => `${one.pointer}: ${one.reason}`).join('\n'));
    assert.equal(found.file, file);
    assert.ok(found.remedy.length > 5);
  });
}
