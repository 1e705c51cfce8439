// What the built WebAssembly modules ask of the page; needs `make site` first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const built = (name) => readFileSync(new URL(`../../build/wasm/${name}`, import.meta.url));

const imports = ['env.emscripten_notify_memory_growth', 'page.dl_number_text', 'page.dl_read_number', 'wasi_snapshot_preview1.proc_exit'];
// The finder reads numbers and spells none.
for (const [file, expected] of [['core.wasm', imports], ['finder.wasm', imports.filter((name) => name !== 'page.dl_number_text')]]) test(`${file} needs the imports that web/CMakeLists.txt names`, () => {
  const needed = WebAssembly.Module.imports(new WebAssembly.Module(built(file))).map(({ module, name }) => `${module}.${name}`);
  assert.deepEqual(needed.sort(), expected);
});

test('painter.js needs no eval, no inline script and listens to no input', () => {
  const script = built('painter.js').toString();
  assert.deepEqual(script.match(/\beval\(|new Function|preventDefault|keydown|touchstart|"wheel"/g), null);
});
