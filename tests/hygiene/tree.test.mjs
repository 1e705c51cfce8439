// What may lie in the tree: sizes, names, machine traces, normal form, and calls that shipped code may not make.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { files, linesWith, matching, read } from './files.mjs';

const text = matching(/\.(cpp|hpp|c|h|ts|mjs|js|json|css|html|md|sh|txt|cmake|webmanifest)$|(^|\/)(Makefile|CMakeLists\.txt|run|\.npmrc)$/);

test('no source file is longer than 400 lines', () => {
  const long = matching(/\.(cpp|hpp|c|h|ts|mjs|js|css|sh|cmake|py)$/).filter((path) => read(path).split('\n').length > 401);
  assert.deepEqual(long, []);
});

test('the top level holds what was agreed', () => {
  const agreed = /^(CMakeLists\.txt|CMakePresets\.json|Makefile|(README|ARCHITECTURE|CHANGELOG|CONTRIBUTING|THIRD_PARTY_NOTICES)\.md|LICENSE|package(-lock)?\.json|tsconfig\.json|app|web|content|procedures|shell|tests|deploy|docs|\..+)$/;
  assert.deepEqual([...new Set(files.map((path) => path.split('/')[0]))].filter((name) => !agreed.test(name)), []);
});

/** Hosts this machine fetches packages from: a project file that names one works on this machine only. */
function registryHosts() {
  const folder = '/etc/apt/sources.list.d/';
  const lists = ['/etc/apt/sources.list', ...(existsSync(folder) ? readdirSync(folder).map((name) => folder + name) : [])];
  const npm = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const addresses = [...lists.filter(existsSync).map((file) => readFileSync(file, 'utf8')), npm].join('\n').match(/https?:\/\/[^/\s]+/g) ?? [];
  return [...new Set(addresses.map((address) => new URL(address).hostname))].filter((host) => host.includes('.'));
}

test('no file names a package registry or a folder of one machine', () => {
  const hosts = registryHosts().map((host) => host.replaceAll('.', '\\.'));
  const folders = ['work', 'root', 'home'].map((name) => `(?<![\\w.$}])/${name}/[\\w.]`);
  const places = new RegExp([...hosts, ...folders].join('|'));
  assert.deepEqual(linesWith(places, text.filter((path) => path !== 'THIRD_PARTY_NOTICES.md')), []);
  assert.ok(!read('package-lock.json').includes('"resolved"'), 'package-lock.json holds download addresses: npm install with the .npmrc here');
});

test('every text is in Unicode normal form C', () => {
  // Frozen journals hold what people typed, in whatever form.
  const written = text.filter((path) => !/^tests\/\w+\/frozen\//.test(path));
  assert.deepEqual(written.filter((path) => read(path) !== read(path).normalize('NFC')), []);
});

test('shipped scripts use no markup sinks, no eval and no localStorage', () => {
  const shipped = matching(/^(web\/ts|shell)\/.*\.(ts|js|html)$/);
  const code = (line) => !/^[^:]+:\d+: (\/\/|\*|\/\*)/.test(line);
  assert.deepEqual(linesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, shipped).filter(code), []);
  assert.deepEqual(linesWith(/localStorage/, shipped, ['web/ts/preferences.ts', 'web/ts/tabs/ended.ts']).filter(code), []);
});

test('no test is skipped, empty or sleeping', () => {
  const signs = ['EXPECT_TRUE\\(true\\)', 'assert\\(true\\)', '\\b(test|it)\\.(skip|only|todo)', 'GTEST' + '_SKIP', '\\bDISABLED_', 'waitForTimeout', 'sleep_for'];
  const tests = matching(/^tests\/.*\.(cpp|hpp|mjs|ts)$/).filter((path) => path !== 'tests/hygiene/tree.test.mjs' && !path.startsWith('tests/bench/'));
  assert.deepEqual(linesWith(new RegExp(signs.join('|')), tests), []);
});
