// Figures of a first visit: size, time to the first answer, time from an answer to its painted frame, per profile.
//   node tests/bench/visit.mjs [VISITS]     median and p95 of so many visits (7); also written to build/figures/visit.json
// The person answers the birth registration as soon as the page takes an answer, and goes on to the end.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { start } from '../../deploy/serve.mjs';
import { profiles, quantile, slowDown } from './profiles.mjs';
import { answerOne, flags } from './visitor.mjs';

const visits = Number(process.argv[2] ?? 7);

/** The painter takes over at a change of screen by a hand that has rested: goes back and on until it has. */
async function restAndMove(page) {
  for (let count = 0; count < 60; count++) {
    await page.waitForTimeout(700);
    const done = await page.evaluate((key) => {
      if (performance.getEntriesByName('danloi:canvas').length) return true;
      (document.querySelector(`[data-k="${key}"]`) ?? document.querySelector('[data-k="back"]'))?.click();
      return false;
    }, count % 2 ? 'continue' : 'back');
    if (done) return;
  }
}

/** In the page: marks, and what had arrived by each of them (bytes as sent, without headers). */
function readFigures() {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const figures = { paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime };
  for (const name of ['interactive', 'core', 'canvas']) {
    const mark = performance.getEntriesByName(`danloi:${name}`)[0];
    if (!mark) continue;
    const arrived = entries.filter((entry) => entry.responseEnd <= mark.startTime);
    figures[name] = mark.startTime;
    figures[`${name} bytes`] = arrived.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    figures[`${name} requests`] = arrived.length;
  }
  return { figures, answers: performance.getEntriesByName('danloi:answer').map((entry) => entry.duration) };
}

async function visit(browser, url, profile) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, serviceWorkers: 'block' });
  const page = await context.newPage();
  await slowDown(page, profile);
  await page.goto(`${url}vi/tt/dang-ky-khai-sinh/`, { waitUntil: 'commit' });
  const reached = (name) => page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, `danloi:${name}`, { timeout: 60_000 });
  await reached('interactive');
  await page.evaluate(answerOne);
  await reached('core');
  for (let count = 1; count < 20; count++) {
    const before = await page.evaluate(() => performance.getEntriesByName('danloi:answer').length);
    if (!await page.evaluate(answerOne)) break;
    await page.waitForFunction((had) => performance.getEntriesByName('danloi:answer').length > had + 1, before, { timeout: 20_000 });
  }
  await restAndMove(page);
  const result = await page.evaluate(readFigures);
  await context.close();
  return result;
}

/** One row a figure: median and p95 of all visits. */
function summary(results) {
  const names = [...new Set(results.flatMap(({ figures }) => Object.keys(figures)))];
  const rows = names.map((name) => [name, results.map(({ figures }) => figures[name]).filter((value) => value !== undefined)]);
  rows.push(['answer', results.flatMap(({ answers }) => answers)]);
  return Object.fromEntries(rows.filter(([, values]) => values.length).map(([name, values]) => [name, { median: quantile(values, 0.5), p95: quantile(values, 0.95) }]));
}

const server = await start({ port: 0 });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
try {
  const all = {};
  for (const [name, profile] of Object.entries(profiles)) {
    const results = [];
    for (let count = 0; count < visits; count++) results.push(await visit(browser, server.url, profile));
    all[name] = summary(results);
    console.log(`\n${name}: ${visits} first visits`);
    for (const [figure, { median, p95 }] of Object.entries(all[name])) {
      const unit = /bytes/.test(figure) ? 'bytes' : /requests/.test(figure) ? '' : 'ms';
      console.log(`  ${figure.padEnd(22)} median ${median.toFixed(unit === 'ms' ? 1 : 0).padStart(9)}  p95 ${p95.toFixed(unit === 'ms' ? 1 : 0).padStart(9)} ${unit}`);
    }
  }
  mkdirSync('build/figures', { recursive: true });
  writeFileSync('build/figures/visit.json', `${JSON.stringify(all, null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
