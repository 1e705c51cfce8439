// Loads page scripts (TypeScript) into Node or into a browser page, bundled on the fly.
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Source of one ES module with everything that `file` (below web/ts) imports. */
export async function bundled(file, format = 'esm') {
  const result = await build({
    entryPoints: [join(root, 'web/ts', file)], bundle: true, format, globalName: 'danloiTest', target: 'es2020', write: false, logLevel: 'error',
  });
  return result.outputFiles[0].text;
}

/** What `file` exports. */
export async function load(file) {
  return import(`data:text/javascript;base64,${Buffer.from(await bundled(file)).toString('base64')}`);
}
