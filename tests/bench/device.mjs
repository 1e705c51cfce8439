// Figures of a device that knows the site: a start without a network against a second visit with one, and answers with saving
// against answers without. Both sides take turns, so that a machine that is busy for a while is busy for both.
//   node tests/bench/device.mjs [TURNS]     median and p95 of so many turns (12); also written to build/figures/device.json
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { start } from '../../deploy/serve.mjs';
import { answerOne, flags } from './visitor.mjs';
import { quantile } from './profiles.mjs';

const turns = Number(process.argv[2] ?? 12);
const path = 'vi/tt/dang-ky-khai-sinh/';
const folder = mkdtempSync(join(tmpdir(), 'danloi-device-'));

const open = (profile) => chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags, viewport: { width: 360, height: 740 }, deviceScaleFactor: 2,
});

const reached = (page, name) => page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, `danloi:${name}`, { timeout: 60_000 });

/** A profile that has the whole site on it, as after a first visit. */
async function knowTheSite(url, profile) {
  const context = await open(profile);
  const page = await context.newPage();
  await page.goto(url + path);
  await page.evaluate(async () => {
    const { files } = await (await fetch('/release.json')).json();
    const kept = async () => Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length));
    while (!(await kept()).some((count) => count > files.length)) await new Promise((resolve) => { setTimeout(resolve, 100); });
  });
  await context.close();
}

/** A browser that is started anew: until the page takes an answer, and until the core has shown the next screen. */
async function coldStart(url, known) {
  const profile = join(folder, 'turn');
  cpSync(known, profile, { recursive: true });
  const context = await open(profile);
  const page = context.pages()[0];
  await page.goto(url + path, { waitUntil: 'commit' });
  await reached(page, 'interactive');
  await page.evaluate(answerOne);
  await reached(page, 'core');
  const figures = await page.evaluate(() => ['interactive', 'core'].map((name) => performance.getEntriesByName(`danloi:${name}`)[0].startTime));
  await context.close();
  rmSync(profile, { recursive: true });
  return { interactive: figures[0], core: figures[1] };
}

/** Answers of one visit, from the act to the painted frame. `isSaving` false: a browser that has no storage at all. */
async function answers(browser, url, isSaving) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, serviceWorkers: 'block' });
  if (!isSaving) await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined });
  });
  const page = await context.newPage();
  await page.goto(url + path);
  await page.waitForFunction(() => globalThis.danloi?.send);
  for (let count = 0; count < 20; count++) {
    const before = await page.evaluate(() => performance.getEntriesByName('danloi:answer').length);
    if (!await page.evaluate(answerOne)) break;
    await page.waitForFunction((had) => performance.getEntriesByName('danloi:answer').length > had + 1, before, { timeout: 20_000 });
  }
  const shown = await page.evaluate(() => performance.getEntriesByName('danloi:answer').map(({ duration }) => duration));
  await context.close();
  return shown;
}

function row(name, values) {
  const figure = { median: quantile(values, 0.5), p95: quantile(values, 0.95) };
  console.log(`  ${name.padEnd(34)} median ${figure.median.toFixed(1).padStart(8)}  p95 ${figure.p95.toFixed(1).padStart(8)} ms  of ${values.length}`);
  return figure;
}

let server = await start({ port: 0 });
try {
  const known = join(folder, 'known');
  await knowTheSite(server.url, known);
  const starts = { online: [], offline: [] };
  for (let turn = 0; turn < turns; turn++) for (const kind of turn % 2 ? ['online', 'offline'] : ['offline', 'online']) {
    if (kind === 'offline') await server.close();
    starts[kind].push(await coldStart(server.url, known));
    if (kind === 'offline') server = await start({ port: Number(new URL(server.url).port) });
  }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  const saving = { on: [], off: [] };
  for (let turn = 0; turn < turns; turn++) for (const kind of turn % 2 ? ['on', 'off'] : ['off', 'on']) saving[kind].push(...await answers(browser, server.url, kind === 'on'));
  await browser.close();
  console.log(`a browser started anew, ${turns} turns`);
  const figures = {};
  for (const mark of ['interactive', 'core']) for (const kind of ['online', 'offline']) figures[`${mark} ${kind}`] = row(`${mark}, ${kind}`, starts[kind].map((one) => one[mark]));
  console.log('answers');
  for (const kind of ['on', 'off']) figures[`answer, saving ${kind}`] = row(`answer, saving ${kind}`, saving[kind]);
  mkdirSync('build/figures', { recursive: true });
  writeFileSync('build/figures/device.json', `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
