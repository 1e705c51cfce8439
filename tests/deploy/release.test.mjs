// The list of a release: complete, true, and a new id for whatever changes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { headersFor } from '../../deploy/headers.mjs';
import { writeRelease } from '../../deploy/release.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'danloi-release-'));
  for (const folder of ['vi/tt/a', 'data/tt', 'assets']) mkdirSync(join(root, folder), { recursive: true });
  put('vi/index.html', '<p>Chào');
  put('vi/tt/a/index.html', '<p>a');
  put('data/tt/a.json', '{}');
  put('assets/core.wasm', 'wasm');
  put('assets/core.wasm.br', 'packed');
  put('sw.js', "keep('__RELEASE__')");
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (name, content) => writeFileSync(join(root, name), content);
const read = (name) => readFileSync(join(root, name), 'utf8');

test('every file that is asked for is listed once, truly, in its tier; the worker carries the id', () => {
  const id = writeRelease(root);
  const { files, ...rest } = JSON.parse(read('release.json'));
  assert.deepEqual(files.map(({ path, tier }) => `${tier} ${path}`), ['shell /assets/core.wasm', 'rest /data/tt/a.json', 'shell /vi/', 'rest /vi/tt/a/']);
  assert.deepEqual(files[2], { path: '/vi/', bytes: 8, type: 'text/html', sha256: createHash('sha256').update('<p>Chào').digest('hex'), tier: 'shell' });
  assert.equal(rest.id, id);
  assert.equal(read('sw.js'), `keep('${id}')`);
});

test('the id changes with any byte and with nothing else', () => {
  const id = writeRelease(root);
  const again = () => {
    put('sw.js', "keep('__RELEASE__')");
    return writeRelease(root);
  };
  assert.equal(again(), id);
  put('data/tt/a.json', '[]');
  assert.notEqual(again(), id);
});

test('a worker that belongs to a release already, and a file without a content type, are refused', () => {
  writeRelease(root);
  assert.throws(() => writeRelease(root), /names its release 0 times/);
  put('data/odd.xyz', '?');
  assert.throws(() => writeRelease(root), /odd\.xyz/);
});

test('worker, list and pages are asked for again each time; the policy allows the worker', () => {
  for (const path of ['/sw.js', '/release.json', '/vi/']) assert.equal(headersFor(path)['Cache-Control'], 'no-cache', path);
  const policy = headersFor('/sw.js')['Content-Security-Policy'];
  assert.match(policy, /worker-src 'self';.*trusted-types sw-url/);
  assert.match(policy, /connect-src 'self';/);
});
