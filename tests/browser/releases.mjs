// A server of its own with several releases of the built site, and what one asks of a page while the app is updated.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRelease } from '../../deploy/release.mjs';
import { start } from '../../deploy/serve.mjs';
import { say } from './expected.mjs';
import { closed, tell, timedTest, until } from './support.mjs';

const built = process.env.SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url));
const headings = ['vi', 'en'].map((lang) => say(lang, 'home.title'));

/** What a release has before the heading of the home page: nothing in the first, "II. " in the second. */
export const markOf = (number) => (number === 1 ? '' : `${'I'.repeat(number)}. `);
export const mark = markOf(2);

/** A folder with releases and a server that gives one of them, the first; `publish` changes which, all at once. */
export async function startReleases() {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-releases-'));
  const served = join(folder, 'served');
  symlinkSync(built, served);
  let server = await start({ port: 0, root: served, onRequest: (request, response) => releases.answer?.(request, response) });
  const releases = {
    /** What happens to a request instead of the right answer; gives true where it does something. */
    answer: undefined,
    site: server.url.replace(/\/$/, ''), second: makeRelease(folder, 2), folder,
    /** The folder of a further release. */
    release: (number) => (number === 1 ? built : number === 2 ? join(folder, '2') : makeRelease(folder, number)),
    publish(root) {
      symlinkSync(root, `${served}.new`);
      renameSync(`${served}.new`, served);
    },
    /** The network is cut for the worker, too: there is no server any more. */
    async stop() {
      await closed(server?.close()); // a browser that does not close keeps its connections
      server = undefined;
    },
    async end() {
      await this.stop();
      rmSync(folder, { recursive: true });
    },
  };
  return releases;
}

/** A test with a server of two releases and a person in front of the first. */
export function releaseTest(title, options, story) {
  timedTest(title, async () => {
    const releases = await startReleases();
    try {
      await tell({ ...options, site: releases.site }, (person) => story(person, releases));
    } finally {
      await releases.end();
    }
  });
}

/** Another first script by name, and another heading of the home page, in the pages and in the wording they start with. */
function makeRelease(folder, number) {
  const root = join(folder, String(number));
  cpSync(built, root, { recursive: true, preserveTimestamps: true });
  const { id } = JSON.parse(readFileSync(join(root, 'release.json'), 'utf8'));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const packed of files.filter((name) => name.endsWith('.br'))) rmSync(join(root, packed));
  const renamed = files.filter((name) => /(boot|start\.(vi|en))\.[0-9a-f]+\.(js|json)$/.test(name)).map((name) => [name, name.replace(/[0-9a-f]+(?=\.\w+$)/, String(number).repeat(16))]);
  for (const name of files.filter((one) => /\.html$|start\..*\.json$/.test(one))) {
    change(join(root, name), (text) => headings.reduce((done, heading) => done.replaceAll(heading, markOf(number) + heading),
      renamed.reduce((done, [from, to]) => done.replaceAll(`/${from}`, `/${to}`), text)));
  }
  for (const [from, to] of renamed) renameSync(join(root, from), join(root, to));
  change(join(root, 'sw.js'), (worker) => worker.replace(id, '__RELEASE__'));
  writeRelease(root);
  return root;
}

export function change(file, how) {
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}

/** The button that uses the new release. */
export const use = /^(Dùng bản mới|Use the new version)$/;

/** Files that the device keeps of each release; what a worker has written so far. */
export const keptFiles = (page) => page.evaluate(async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith('danloi-release-'));
  return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
});

/** Everything is here: the list itself, and each file it names. */
export async function allKept(person) {
  const { files } = await person.page.evaluate(async () => (await fetch('/release.json')).json());
  await until(async () => (await keptFiles(person.page)).includes(files.length + 1), 'the whole release is on the device');
}

/** The next release has arrived and waits. */
export const arrived = (page) => until(() => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration && !registration.waiting && !registration.installing) registration.update().catch(() => undefined);
  return !!registration?.waiting;
}), 'the next release to wait');
