// Writes release.json: every file of the site that the service worker keeps, and the name of the release.
//   { "id": "<64 hex>", "headers": "<64 hex>", "files": [{ "path": "/vi/", "bytes": 1, "type": "text/html", "sha256": "<64 hex>", "tier": "shell" }, ...] }
// The id is the SHA-256 of everything else in it, written as JSON; it goes into sw.js, so that one worker stands for one release.
//  - shell  what the app starts with: fetched whole or not at all, before a release is used
//  - rest   pages of procedures and life events, definitions, places, help with typing, reading aloud: fetched in the background, one by one
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from './serve.mjs';

/** What sw.js carries until it belongs to a release. */
const placeholder = '__RELEASE__';
const rest = /^\/(vi|en)\/(tt|su-kien)\/|^\/data\/[^/]+\/|^\/assets\/(listen|typing)\./;

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** Writes release.json of the site in `root`, and its id into sw.js. Gives the id. */
export function writeRelease(root) {
  const headers = sha256(readFileSync(new URL('headers.json', import.meta.url)));
  const list = { headers, files: namesIn(root).map((name) => listed(root, name)) };
  const id = sha256(JSON.stringify(list));
  writeFileSync(join(root, 'release.json'), `${JSON.stringify({ id, ...list })}\n`);
  sign(join(root, 'sw.js'), id);
  return id;
}

/** Everything but the worker, its list, and the packed twins that nobody asks for by name. */
function namesIn(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
    .filter((name) => !/\.br$|^sw\.js$|^release\.json$/.test(name) && statSync(join(root, name)).isFile()).sort();
}

function listed(root, name) {
  const content = readFileSync(join(root, name));
  const type = types[extname(name)]?.split(';')[0];
  if (!type) throw new Error(`${name}: deploy/serve.mjs names no content type for it`);
  const path = `/${name}`.replace(/\/index\.html$/, '/');
  return { path, bytes: content.length, type, sha256: sha256(content), tier: rest.test(path) ? 'rest' : 'shell' };
}

function sign(file, id) {
  const parts = readFileSync(file, 'utf8').split(placeholder);
  if (parts.length !== 2) throw new Error(`${file} names its release ${parts.length - 1} times`);
  writeFileSync(file, parts.join(id));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`release ${writeRelease(process.argv[2] ?? 'build/site')}`);
