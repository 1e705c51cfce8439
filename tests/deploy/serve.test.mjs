// The development server, over real requests: headers, cache rules, brotli, and what it must never serve.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { styleSource } from '../../deploy/headers.mjs';
import { start } from '../../deploy/serve.mjs';

const style = 'body{margin:0}';
let root;
let server;

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'danloi-serve-'));
  mkdirSync(join(root, 'vi/tt'), { recursive: true });
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'vi/index.html'), `<!doctype html><style>${style}</style><p>Chào`);
  writeFileSync(join(root, 'assets/app.0123456789.js'), 'export {};');
  writeFileSync(join(root, 'assets/app.0123456789.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(root, 'assets/core.0123456789.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d]));
  writeFileSync(join(root, 'sw.js'), '//');
  writeFileSync(join(root, '.hidden'), 'no');
  server = await start({ port: 0, root });
});

after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** One request with the path exactly as given; fetch() would tidy it first. */
function get(path, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    request(server.url, { path, headers, method }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}

test('a page carries every document header, and its one inline style by hash', async () => {
  const { status, headers } = await get('/vi/');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = headers['content-security-policy'];
  assert.ok(policy.includes(`style-src 'self' 'sha256-${hash}';`), policy);
  assert.ok(policy.includes("script-src 'self' 'wasm-unsafe-eval';") && !policy.includes('unsafe-inline'), policy);
  assert.ok(policy.endsWith("require-trusted-types-for 'script'; trusted-types sw-url"), policy);
  assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['strict-transport-security'], undefined);
  assert.equal(headers['cache-control'], 'no-cache');
});

test('hashed names are kept for ever, the rest is asked for again', async () => {
  assert.equal((await get('/assets/app.0123456789.js')).headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await get('/sw.js')).headers['cache-control'], 'no-cache');
  const { headers } = await get('/vi/');
  const again = await get('/vi/', { 'If-None-Match': headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('brotli is sent when it is accepted and there', async () => {
  const packed = await get('/assets/app.0123456789.js', { 'Accept-Encoding': 'gzip, br' });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.body).toString(), 'export {};');
  assert.equal((await get('/assets/app.0123456789.js')).headers['content-encoding'], undefined);
  const wasm = await get('/assets/core.0123456789.wasm', { 'Accept-Encoding': 'br' });
  assert.equal(wasm.headers['content-type'], 'application/wasm');
  assert.equal(wasm.headers['content-encoding'], undefined);
});

test('a file packed by deploy/pack.mjs is sent packed, until it changes', async () => {
  const text = 'đơn giản '.repeat(100);
  writeFileSync(join(root, 'vi/text.txt'), text);
  execFileSync(process.execPath, [fileURLToPath(new URL('../../deploy/pack.mjs', import.meta.url)), root]);
  const packed = await get('/vi/text.txt', { 'Accept-Encoding': 'br' });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.body).toString(), text);
  writeFileSync(join(root, 'vi/text.txt'), 'mới');
  const later = Date.now() / 1000 + 5;
  utimesSync(join(root, 'vi/text.txt'), later, later);
  const changed = await get('/vi/text.txt', { 'Accept-Encoding': 'br' });
  assert.deepEqual([changed.headers['content-encoding'], changed.body.toString()], [undefined, 'mới']);
});

test('the home address and folders lead to their page on the same host', async () => {
  assert.deepEqual([(await get('/')).status, (await get('/')).headers.location], [302, '/vi/']);
  assert.deepEqual([(await get('/vi')).status, (await get('/vi')).headers.location], [301, '/vi/']);
});

test('what is not there, hidden, outside or malformed is 404; other methods are refused', async () => {
  for (const path of ['/en/', '/vi/none', '/vi/tt/', '/.hidden', '/../secret', '/%2e%2e/secret', '/%ff', '/a%00b', '/assets/app.0123456789.js.br']) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get('/vi/', {}, 'POST')).status, 405);
  const head = await get('/vi/', {}, 'HEAD');
  assert.deepEqual([head.status, head.body.length], [200, 0]);
});

test('two different inline styles are refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-style-'));
  writeFileSync(join(folder, 'a.html'), '<style>a{}</style>');
  writeFileSync(join(folder, 'b.html'), '<style>b{}</style>');
  assert.throws(() => styleSource(folder), /2 different inline styles/);
  rmSync(folder, { recursive: true });
});
