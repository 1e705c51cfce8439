// Scripts that run without a build step name only what there is: a name that another file no longer gives ends a whole
// suite, and only when its turn comes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { matching, top } from './files.mjs';

test('each script finds every file and name that it imports', async () => {
  const entryPoints = matching(/^(tests|deploy)\/.*\.mjs$/);
  const options = { absWorkingDir: top, entryPoints, bundle: true, write: false, outdir: 'build', platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' };
  const { errors, warnings } = await build(options).catch((failure) => failure);
  assert.ok(entryPoints.length > 50, 'the scripts are found');
  assert.deepEqual([...errors, ...warnings].map(({ text, location }) => `${location?.file}:${location?.line}: ${text}`), []);
});
