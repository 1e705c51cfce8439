// What the built WebAssembly modules ask of the page; needs `make site` first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const built = (name) => readFileSync(new URL(`../../build/wasm/${name}`, import.meta.url));

for (const file of ['core.wasm', 'finder.wasm']) test(`${file} needs four imports, as web/CMakeLists.txt says`, () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(built(file))).map(({ module, name }) => `${module}.${name}`);
  assert.deepEqual(imports.sort(), ['env.emscripten_notify_memory_growth', 'page.dl_number_text', 'page.dl_read_number', 'wasi_snapshot_preview1.proc_exit']);
});

test('painter.js needs no eval, no inline script and listens to no input', () => {
  const script = built('painter.js').toString();
  assert.deepEqual(script.match(/\beval\(|new Function|preventDefault|keydown|touchstart|"wheel"/g), null);
});
