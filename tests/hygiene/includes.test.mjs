// Who may include whom (design section 2): the part of a path before the first slash decides.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesWith, matching, read } from './files.mjs';

const core = ['core', 'nlohmann', 'qrcodegen.h'];
// The painter's back end speaks OpenGL ES itself; SDL ships that header for every platform, and nothing else of SDL is allowed there.
const imgui = ['core', 'imgui', 'nlohmann', 'imgui.h', 'imgui_internal.h', 'imstb_truetype.h', 'SDL_opengles2.h'];
const may = {
  'app/core': core,
  'app/tool': [...core, 'tool'],
  'app/imgui': imgui,
  'app/desktop': [...imgui, 'desktop', 'imgui_impl_sdl2.h', 'SDL.h', 'SDL_opengl.h'],
  web: [...imgui, 'web', 'bridge.hpp', 'SDL.h', 'emscripten', 'emscripten.h', 'GLES2'],
};

for (const [folder, allowed] of Object.entries(may)) {
  test(`${folder}/ includes only what it may`, () => {
    const sources = matching(new RegExp(`^${folder}/[^/]*\\.(cpp|hpp)$`));
    const broken = sources.flatMap((path) => [...read(path).matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)]
      .map(([, mark, name]) => ({ path, name, standard: mark === '<' && !/[./]/.test(name) }))
      .filter(({ name, standard }) => !standard && !allowed.includes(name.split('/')[0]) && !sources.includes(`${folder}/${name}`)));
    assert.deepEqual(broken.map(({ path, name }) => `${path} includes ${name}`), []);
  });
}

test('at most three C++ files name Emscripten', () => {
  const naming = matching(/\.(cpp|hpp)$/).filter((path) => /emscripten/i.test(read(path)));
  assert.ok(naming.length <= 3, naming.join(', '));
});

test('the core has no exceptions, no clock and no files', () => {
  const found = linesWith(/\b(throw|try|catch)\b\s*[({]?|<(fstream|iostream|filesystem|ctime)>|\b(fopen|f?printf|puts|system_clock|steady_clock)\b/,
    matching(/^app\/core\/.*\.(cpp|hpp)$/)).filter((line) => !/^[^:]+:\d+: (\/\/|\*)/.test(line) && !/\/\/.*\b(throw|try|catch)\b/.test(line));
  assert.deepEqual(found, []);
});
