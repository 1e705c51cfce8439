// The development server: build/site on 127.0.0.1 with the headers of deploy/headers.json (less HSTS).
//  [x] brotli files made by deploy/pack.mjs, conditional requests, 404 for what is not there (never the home page)
//  [x] stops on SIGINT and SIGTERM, when its parent ends (--with-parent), and after --once-idle SECONDS without a request
//  [ ] TLS, ranges, uploads: a web server's job
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersFor, styleSource } from './headers.mjs';

/** Content types by ending; what a server of this site must send (the service worker holds it to that). */
export const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.ttf': 'font/ttf', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.xml': 'application/xml; charset=utf-8', '.bin': 'application/octet-stream',
};

/**
 * Serves the folder `root`; port 0 takes any free one. Gives the address and a way to stop. `onRequest` sees each request first;
 * when it gives true it answers by itself.
 */
export async function start({ port = 8080, root = fileURLToPath(new URL('../build/site', import.meta.url)), onRequest = () => {} } = {}) {
  const style = styleSource(root);
  const server = createServer((request, response) => {
    if (onRequest(request, response) !== true) answer(request, response, { root, style });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections?.();
    }),
  };
}

function answer(request, response, { root, style }) {
  const path = pathOf(request.url);
  const headers = headersFor(path ?? '/', { style });
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { ...headers, Allow: 'GET, HEAD' });
  const file = path && fileFor(root, path);
  if (!file && path === '/') return end(response, 302, { ...headers, Location: '/vi/' });
  if (!file) return end(response, 404, { ...headers, 'Content-Type': types['.txt'] }, 'Không có trang này. No such page.\n');
  if (file.redirect) return end(response, 301, { ...headers, Location: file.redirect });
  sendFile(request, response, file.name, headers);
}

/** The decoded path without query, or nothing when it is malformed. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return path.startsWith('/') && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Where the path lies under `root`; a folder means its index.html. Nothing when absent, outside, or hidden. */
function fileFor(root, path) {
  const name = normalize(join(root, path));
  if (!name.startsWith(normalize(root + sep)) || path.includes('/.') || path.endsWith('.br')) return undefined;
  const found = statSync(name, { throwIfNoEntry: false });
  if (found?.isFile()) return { name };
  if (!found?.isDirectory() || !statSync(join(name, 'index.html'), { throwIfNoEntry: false })) return undefined;
  return path.endsWith('/') ? { name: join(name, 'index.html') } : { redirect: encodeURI(`${path}/`) };
}

function sendFile(request, response, name, headers) {
  const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? packedFor(name) : undefined;
  const { mtimeMs, size } = statSync(packed ?? name);
  const etag = `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}"`;
  const all = { ...headers, 'Content-Type': types[extname(name)] ?? types['.bin'], Vary: 'Accept-Encoding', ETag: etag };
  if (request.headers['if-none-match'] === etag) return end(response, 304, all);
  if (packed) all['Content-Encoding'] = 'br';
  response.writeHead(200, { ...all, 'Content-Length': size });
  response.end(request.method === 'HEAD' ? undefined : readFileSync(packed ?? name));
}

/** The brotli twin, unless it is older than the file itself. */
function packedFor(name) {
  const twin = statSync(`${name}.br`, { throwIfNoEntry: false });
  return twin && twin.mtimeMs >= statSync(name).mtimeMs ? `${name}.br` : undefined;
}

function end(response, status, headers, text = '') {
  response.writeHead(status, headers);
  response.end(text);
}

/** The command: prints the address and stays until told to stop. */
async function main(args) {
  const idleSeconds = args.includes('--once-idle') ? Number(args[args.indexOf('--once-idle') + 1]) : 0;
  let last = Date.now();
  const port = Number(process.env.PORT ?? 8080);
  const server = await start({ port, onRequest: () => { last = Date.now(); } }).catch((error) => {
    const busy = error.code === 'EADDRINUSE';
    console.error(busy ? `Port ${port} is taken. Choose another: make serve PORT=${port + 1}` : error.message);
    process.exit(1);
  });
  console.log(`Dẫn Lối: ${server.url}vi/   (stop with Ctrl+C)`);
  const stop = () => server.close().then(() => process.exit(0));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const parent = process.ppid;
  setInterval(() => {
    const orphaned = args.includes('--with-parent') && process.ppid !== parent;
    if (orphaned || (idleSeconds && Date.now() - last > idleSeconds * 1000)) stop();
  }, 500).unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
