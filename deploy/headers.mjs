// Turns deploy/headers.json into the headers of one answer. The development server uses it; packaging writes from it too.
// Why so: only 'wasm-unsafe-eval' is needed for Wasm; scripts and styles come from files, but for one style known by its hash;
// nothing is submitted or framed; Trusted Types allow one policy, for the address of the service worker.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const table = JSON.parse(readFileSync(new URL('headers.json', import.meta.url), 'utf8'));
const hashedName = new RegExp(table.hashedName);

/** The CSP source of the inline style that every page of `root` carries. Throws when pages differ: one hash is allowed, not a list. */
export function styleSource(root) {
  const found = new Set();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    for (const [, css] of readFileSync(join(root, file), 'utf8').matchAll(/<style[^>]*>([^]*?)<\/style>/g)) {
      found.add(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    }
  }
  if (found.size > 1) throw new Error(`The pages carry ${found.size} different inline styles; the policy allows one. Build the site again.`);
  return [...found][0] ?? '';
}

/** Headers of the answer for `path`. `style` comes from styleSource. HSTS is sent only `overTls`. */
export function headersFor(path, { style = '', overTls = false } = {}) {
  const headers = { ...table.all, ...(overTls ? table.overTls : {}) };
  headers['Content-Security-Policy'] = headers['Content-Security-Policy'].replace("'self' {style}", style ? `'self' ${style}` : "'self'");
  headers['Cache-Control'] = isHashed(path) ? table.cache.hashed : table.cache.other;
  return headers;
}

/** True for a file named by its content, which never changes. */
export function isHashed(path) {
  return hashedName.test(path);
}
