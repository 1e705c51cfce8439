// A server of its own with two releases of the built site: what a person sees when the app is updated.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRelease } from '../../deploy/release.mjs';
import { start } from '../../deploy/serve.mjs';
import { say } from './expected.mjs';

const built = process.env.SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url));
const headings = ['vi', 'en'].map((lang) => say(lang, 'home.title'));

/** What the second release has before the heading of the home page. */
export const mark = 'II. ';

/** A folder with both releases and a server that gives one of them; `publish` changes which, all at once. */
export async function startReleases() {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-releases-'));
  const second = join(folder, 'second');
  cpSync(built, second, { recursive: true, preserveTimestamps: true });
  makeSecond(second);
  const served = join(folder, 'served');
  symlinkSync(built, served);
  let server = await start({ port: 0, root: served });
  return {
    site: server.url.replace(/\/$/, ''), second, folder,
    publish(root) {
      symlinkSync(root, `${served}.new`);
      renameSync(`${served}.new`, served);
    },
    /** The network is cut for the worker, too: there is no server any more. */
    async stop() {
      await server?.close();
      server = undefined;
    },
    async end() {
      await this.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Another first script by name, and another heading of the home page, in the pages and in the wording they start with. */
function makeSecond(root) {
  const { id } = JSON.parse(readFileSync(join(root, 'release.json'), 'utf8'));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const packed of files.filter((name) => name.endsWith('.br'))) rmSync(join(root, packed));
  const renamed = files.filter((name) => /(boot|start\.(vi|en))\.[0-9a-f]+\.(js|json)$/.test(name)).map((name) => [name, name.replace(/[0-9a-f]+(?=\.\w+$)/, '2222222222222222')]);
  for (const name of files.filter((one) => /\.html$|start\..*\.json$/.test(one))) {
    change(join(root, name), (text) => headings.reduce((done, heading) => done.replaceAll(heading, mark + heading),
      renamed.reduce((done, [from, to]) => done.replaceAll(`/${from}`, `/${to}`), text)));
  }
  for (const [from, to] of renamed) renameSync(join(root, from), join(root, to));
  change(join(root, 'sw.js'), (worker) => worker.replace(id, '__RELEASE__'));
  writeRelease(root);
}

export function change(file, how) {
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}
