// Writes a brotli twin (.br) beside each text, font and Wasm file of build/site that is worth it. Unchanged files keep theirs.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const worthIt = new Set(['.html', '.js', '.css', '.json', '.wasm', '.svg', '.ttf', '.webmanifest', '.txt', '.csv', '.xml', '.bin']);
const root = process.argv[2] ?? 'build/site';

for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  const file = join(root, name);
  const { mtimeMs, size } = statSync(file);
  if (!worthIt.has(extname(name)) || size < 200) continue;
  if (statSync(`${file}.br`, { throwIfNoEntry: false })?.mtimeMs >= mtimeMs) continue;
  const bytes = readFileSync(file);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: size } };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, options));
}
