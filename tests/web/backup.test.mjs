// The back-up file: what is made is read again byte by byte, damage is never passed over, other files are refused by name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './load.mjs';
import { dice } from './dice.mjs';

const [{ makeBackup, backupName }, { readBackup }, { largestBackup, sumOf }] = await Promise.all(
  ['backup/make.ts', 'backup/read.ts', 'backup/format.ts'].map(load));
const made = '2026-11-22';
const bytesOf = (text) => new TextEncoder().encode(text);
const hard = ['', 'Nguyễn Thị Ánh', 'Nguyễn'.normalize('NFD'), '\ud800', 'a\udc00b', '\u2028\u2029', '\r\n\t\0', '"\\}],', '{"crc":1,', '👩‍👩‍👧', '\u202e', '\ufeff', 'x'.repeat(5000)];
const names = ['meta', 'snapshot', 'step', '__proto__', 'constructor', '10', '9', 'answer.', 'paper.', 'name.', ''];

function randomDossier(die, index) {
  const fields = Array.from({ length: die(12) }, () => [die.of(names) + die.of(['', die.of(hard), String(die(1000))]), JSON.stringify(die.of(hard) + die.of(hard))]);
  return { id: die.of(['', '__proto__', 'd']) + index + die.of(hard).slice(0, 8), fields: Object.fromEntries(fields) };
}

function randomPin(die, index) {
  return { hash: index.toString(16).padStart(16, '0'), bytes: Uint8Array.from({ length: die(200) }, () => die(256)) };
}

/** Dossiers and pins as read, in the order of the file. */
function read(bytes) {
  const reading = readBackup(bytes);
  assert.ok(reading.ok, reading.reason);
  return reading.backup;
}

const byKey = (name) => (a, b) => (a[name] < b[name] ? -1 : 1);
const entries = (list) => list.map(({ id, fields }) => [id, Object.entries(fields).sort()]);

test('300 random dossiers come back equal, and the same content gives the same bytes', () => {
  const die = dice(20261122);
  for (let round = 0, count = 0; count < 300; round++) {
    const dossiers = Array.from({ length: 1 + die(8) }, (_, index) => randomDossier(die, index));
    const pins = Array.from({ length: die(3) }, (_, index) => randomPin(die, index));
    const bytes = makeBackup(dossiers, pins, made);
    const backup = read(bytes);
    assert.deepEqual([backup.made, backup.whole, backup.lost], [made, true, 0], `round ${round}`);
    assert.deepEqual(entries(backup.dossiers), entries([...dossiers].sort(byKey('id'))));
    assert.deepEqual(backup.pins, pins);
    const turned = dossiers.reverse().map(({ id, fields }) => ({ id, fields: Object.fromEntries(Object.entries(fields).reverse()) }));
    assert.deepEqual(makeBackup(turned, [...pins].reverse(), made), bytes);
    assert.deepEqual(makeBackup(backup.dossiers, backup.pins, made), bytes);
    count += dossiers.length;
  }
});

test('the file is JSON that any program can read', () => {
  const dossier = { id: 'd1', fields: { meta: '{}', 'answer.a': '"nhà"' } };
  const { danloi, v, parts } = JSON.parse(new TextDecoder().decode(makeBackup([dossier], [], made)));
  assert.deepEqual([danloi, v, parts[0].dossier], ['backup', 1, dossier]);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(makeBackup([], [], made))).parts, []);
  assert.equal(backupName(made), 'dan-loi-2026-11-22.json');
});

/** A back-up of three dossiers and one definition, to be damaged. */
function sample() {
  const die = dice(7);
  const dossiers = [0, 1, 2].map((index) => ({ id: `d${index}`, fields: { meta: '{"procedure":"p"}', [`answer.${index}`]: JSON.stringify(`Nguyễn ${index}`) } }));
  const pins = [randomPin(die, 1)];
  return { die, dossiers, pins, bytes: makeBackup(dossiers, pins, made) };
}

/** Everything that was read is as it was made, and the person is told that something is not. */
function assertNotSilent(bytes, { dossiers, pins }, what) {
  const reading = readBackup(bytes);
  if (!reading.ok) return assert.match(reading.reason, /^(foreign|newer|damaged)$/, what);
  const { backup } = reading;
  assert.equal(backup.whole, false, what);
  assert.equal(backup.made, '', what);
  assert.ok(backup.dossiers.length >= 1, what);
  for (const one of backup.dossiers) assert.deepEqual(one, dossiers.find(({ id }) => id === one.id), what);
  for (const one of backup.pins) assert.deepEqual(one, pins.find(({ hash }) => hash === one.hash), what);
  return undefined;
}

test('one damaged byte, at every place: refused, or the rest is saved with a notice', () => {
  const { die, bytes, ...given } = sample();
  const verdicts = { refused: 0, salvaged: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    damaged[at] ^= 1 + die(255);
    assertNotSilent(damaged, given, `byte ${at}`);
    verdicts[readBackup(damaged).ok ? 'salvaged' : 'refused']++;
  }
  assert.ok(bytes.length > 200 && verdicts.salvaged > verdicts.refused, JSON.stringify(verdicts));
});

test('cut short, doubled, a line missing or moved: never silently different', () => {
  const { bytes, ...given } = sample();
  for (let length = 0; length < bytes.length; length++) assertNotSilent(bytes.slice(0, length), given, `cut at ${length}`);
  const lines = new TextDecoder().decode(bytes).split('\n');
  for (let at = 1; at < lines.length - 2; at++) assertNotSilent(bytesOf(lines.filter((_, index) => index !== at).join('\n')), given, `without line ${at}`);
  assertNotSilent(bytesOf(lines.join('\r\n')), given, 'other line breaks');
  assertNotSilent(bytesOf(lines.join('\n') + lines.join('\n')), given, 'twice');
});

test('what is lost is counted', () => {
  const { bytes } = sample();
  const lines = new TextDecoder().decode(bytes).split('\n');
  lines[2] = lines[2].replace('Nguyễn', 'Nguyen');
  const { dossiers, pins, lost, whole } = read(bytesOf(lines.join('\n')));
  assert.deepEqual([dossiers.map(({ id }) => id), pins.length, lost, whole], [['d0', 'd2'], 1, 1, false]);
});

test('a part with the right checksum and the wrong shape is not taken', () => {
  const { bytes } = sample();
  const lines = new TextDecoder().decode(bytes).split('\n');
  const withFirst = (text) => bytesOf([lines[0], text, ...lines.slice(2)].join('\n'));
  for (const dossier of ['{"id":1,"fields":{}}', '{"id":"d0","fields":[]}', '{"id":"d0","fields":null}', '{"id":"d0","fields":{"a":1}}', '7', '{', '{}},{"x":{}']) {
    const summed = `"dossier":${dossier}`;
    const { dossiers, whole } = read(withFirst(`{"crc":${sumOf(summed)},${summed}},`));
    assert.deepEqual([dossiers.map(({ id }) => id), whole], [['d1', 'd2'], false], dossier);
  }
});

test('files of another kind are refused by name, whatever is in them', () => {
  const die = dice(34);
  const text = new TextDecoder().decode(sample().bytes);
  const foreign = ['', '{}', '[]', 'null', '<!doctype html>', 'PK\u0003\u0004', '%PDF-1.7', '{"danloi":"unread","v":1}', ` ${text}`, `\ufeff${text}`, text.replace('"v":1', '"v":0'), text.replace('"v":1', '"v":"1"')];
  const noise = Array.from({ length: 1000 }, () => Uint8Array.from({ length: die(400) }, () => die(256)));
  for (const bytes of [...foreign.map(bytesOf), ...noise]) assert.deepEqual(readBackup(bytes), { ok: false, reason: 'foreign' });
  assert.deepEqual(readBackup(bytesOf(text.replace('"v":1', '"v":2'))), { ok: false, reason: 'newer' });
  assert.deepEqual(readBackup(bytesOf('{"danloi":"backup","v":31,"other":{}}')), { ok: false, reason: 'newer' });
  assert.deepEqual(readBackup(bytesOf('{"danloi":"backup","v":1,')), { ok: false, reason: 'damaged' });
});

test('a file that is too large is neither made nor read', () => {
  const filled = new Uint8Array(largestBackup + 1).fill(10);
  filled.set(bytesOf('{"danloi":"backup","v":1,'));
  assert.deepEqual(readBackup(filled), { ok: false, reason: 'large' });
  assert.deepEqual(readBackup(filled.subarray(1)), { ok: false, reason: 'foreign' });
  assert.deepEqual(readBackup(filled.subarray(0, largestBackup)), { ok: false, reason: 'damaged' });
  assert.equal(makeBackup([], [{ hash: 'h', bytes: new Uint8Array(largestBackup) }], made), undefined);
  const nearly = makeBackup([], [{ hash: 'h', bytes: new Uint8Array(largestBackup * 0.74) }], made);
  assert.ok(nearly.length < largestBackup && read(nearly).whole);
});

test('the frozen file of version 1 is read, and made again byte by byte', () => {
  const frozen = new Uint8Array(readFileSync(new URL('frozen/backup-v1.json', import.meta.url)));
  const backup = read(frozen);
  assert.deepEqual([backup.made, backup.whole, backup.lost], ['2026-11-22', true, 0]);
  assert.deepEqual(backup.dossiers, [
    { id: '00112233445566778899aabbccddeeff', fields: { 'answer.birthDate': '"2026-11-01"', 'answer.childName': '"Nguyễn Thị Ánh"', 'answer.copies': 'null', meta: '{"procedure":"dang-ky-khai-sinh","version":"1","hash":"46de6c8f30a1e8f2","created":"2026-11-20"}' } },
    { id: 'ffeeddccbbaa99887766554433221100', fields: {} },
  ]);
  assert.deepEqual(backup.pins.map(({ hash, bytes }) => [hash, new TextDecoder().decode(bytes)]), [['46de6c8f30a1e8f2', '{"id":"dang-ky-khai-sinh"}']]);
  assert.deepEqual(makeBackup(backup.dossiers, backup.pins, backup.made), frozen);
});
