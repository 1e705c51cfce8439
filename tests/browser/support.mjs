// What the browser tests share: the built site on a port of its own, one Chromium a file, and persons in front of it.
//  - a person finds things by role and name, with a mouse, by touch or with the keyboard only
//  - every test fails on a console error, an uncaught error, a breach of the content security policy, a request to
//    another origin and an answer of 400 or more; a test that provokes one names it
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { start } from '../../deploy/serve.mjs';
import { Person } from './person.mjs';
import { fixDate, watchPage } from './in_page.mjs';
import { now } from './expected.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const flags = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
/** Only the canvas view needs a device that draws in three dimensions; without one a browser starts in half the time. */
const flagsOf = (view) => [...flags, ...(view === 'canvas' ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : ['--disable-gpu', '--disable-software-rasterizer'])];
const launchOptions = (view, more = []) => ({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flagsOf(view), ...more] });

/** The four sizes of the design, css px, with the density of a usual device of that size. */
export const sizes = {
  phone: { width: 360, height: 740, dpr: 3 }, tablet: { width: 820, height: 1180, dpr: 2 },
  wide: { width: 1180, height: 820, dpr: 2 }, desktop: { width: 1440, height: 900, dpr: 1 },
};

/** Every drawing as sharp as on the device: a part of `make full`. */
const everSharp = process.env.DENSITY === 'device';
const patience = Number(process.env.PATIENCE ?? 60_000);
/** A browser that does not close by then is not waited for: its test has said what it had to say. */
const closingMs = 15_000;
/** Longer than any test takes on a busy machine. */
const longest = 240_000;
let server;
const browsers = new Map();

after(async () => {
  for (const browser of browsers.values()) await closed((await browser).close());
  await (await server)?.close();
  setTimeout(() => process.exit(), closingMs).unref(); // playwright ends the browsers that are left with the process
});

/** Waits for something to close, but not for ever. */
export function closed(closing) {
  return Promise.race([closing, new Promise((resolve) => { setTimeout(resolve, closingMs).unref(); })]);
}

/** A test that ends at the latest after `longest` ms. */
export function timedTest(title, story) {
  test(title, { timeout: longest }, story);
}

/** Address of the site, without the slash at the end. */
export async function siteUrl() {
  server ??= start({ port: 0, root: process.env.SITE ?? join(repository, 'build/site') });
  return (await server).url.replace(/\/$/, '');
}

/**
 * A person with a browser. `view` is "canvas" or "plain", `input` is "mouse", "touch" or "keyboard", `size` names one
 * of `sizes`; `profile` is a folder that outlives the browser; `script` false switches scripts off; `site` is the address
 * of another server, whose service worker then works; `zone` is the time zone; `flags` are more flags of a browser with a profile;
 * `density` are dots a css px: as the device has them, but one for a drawing, which takes half the time.
 */
export async function openPerson({ view = 'plain', input = 'mouse', size = 'phone', lang = 'vi', profile, script = true, site, zone = 'Asia/Ho_Chi_Minh', flags: more = [], density = everSharp || view !== 'canvas' ? sizes[size].dpr : 1 } = {}) {
  const { width, height } = sizes[size];
  const options = {
    viewport: { width, height }, deviceScaleFactor: density, hasTouch: input === 'touch', isMobile: input === 'touch',
    locale: lang === 'vi' ? 'vi-VN' : 'en-GB', timezoneId: zone, javaScriptEnabled: script, serviceWorkers: site ? 'allow' : 'block',
  };
  const url = site ?? await siteUrl();
  const context = await openContext(options, view, profile, more);
  context.setDefaultTimeout(patience);
  await context.addInitScript(fixDate, now.getTime());
  await context.addInitScript(watchPage, { view, origin: url });
  const faults = watch(context, url);
  const page = context.pages()[0] ?? await context.newPage();
  return new Person({ page, context, url, faults, view, input, lang });
}

async function openContext(options, view, profile, more) {
  if (profile) return chromium.launchPersistentContext(profile, { ...launchOptions(view, more), ...options });
  if (!browsers.has(view)) browsers.set(view, chromium.launch(launchOptions(view)));
  return (await browsers.get(view)).newContext(options);
}

/** Gathers what must not happen, as sentences, and every address that was asked for. */
function watch(context, url) {
  const faults = { list: [], requests: [] };
  const note = (sentence) => faults.list.push(sentence);
  const isOurs = (address) => address.startsWith(url + '/') || /^(data|blob):/.test(address);
  context.on('console', (message) => {
    const breach = /Content Security Policy|Trusted ?(Type|Script|HTML)/i.test(message.text());
    if (message.type() === 'error' || breach) note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on('request', (request) => {
    faults.requests.push(request.url());
    if (!isOurs(request.url())) note(`request to another origin: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
  });
  return faults;
}

/**
 * A test in which one person does something; it fails when the page did anything that must not happen, and when a story
 * of the canvas view does not end in it. `ends`: the view it ends in on purpose.
 */
export function personTest(title, { ends, ...options }, story) {
  timedTest(title, () => tell(options, async (person) => {
    await story(person);
    await person.assertNoFaults();
    if (options.view === 'canvas') assert.equal(await person.viewNow(), ends ?? 'canvas', 'the view at the end');
  }));
}

/** Opens a person for a story; what goes wrong is told with what the page shows. */
export async function tell(options, story) {
  const person = await openPerson(options);
  try {
    await story(person);
  } catch (error) {
    error.message += `\n${await person.describe()}`;
    throw error;
  } finally {
    await person.close();
  }
}

/** Asks until the answer is true; `what` says what was waited for. Gives that answer. */
export async function until(ask, what) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await answered(ask(), end - Date.now());
    if (answer) return answer;
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}

/** Nothing when there is no answer in time: a page that hangs must not hang its test. */
function answered(answer, ms) {
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, ms); });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
