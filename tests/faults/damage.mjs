// Ways to damage a file of a closed profile, as failing disks and cleaning programs do.
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folders of a profile in which the two stores lie. */
export const stores = { database: 'Default/IndexedDB', log: 'Default/File System' };

/** Each takes a file, chance, and the same file as it was some time before. */
const damages = {
  '8 bytes flipped': (file, die) => change(file, (bytes) => {
    const from = die(Math.max(1, bytes.length - 8));
    for (let at = from; at < Math.min(from + 8, bytes.length); at++) bytes[at] ^= 0xff;
  }),
  'cut short': (file, die) => truncateSync(file, die(statSync(file).size + 1)),
  zeroed: (file) => change(file, (bytes) => bytes.fill(0)),
  deleted: (file) => rmSync(file),
  'an old one in its place': (file, die, before) => (existsSync(before) ? cpSync(before, file) : rmSync(file)),
};

/** Damages one file of a store that has something in it; says what was done. */
export function damage(profile, earlier, store, die) {
  const files = filesIn(join(profile, stores[store])).filter((file) => statSync(file).size > 0);
  const file = die.of(files);
  const name = die.of(Object.keys(damages));
  damages[name](file, die, join(earlier, relative(profile, file)));
  return `${relative(profile, file)}: ${name}`;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter((file) => !/\/LOCK$|LOG(\.old)?$/.test(file)).sort();
}

function change(file, how) {
  const bytes = readFileSync(file);
  how(bytes);
  writeFileSync(file, bytes);
}

/** The profile as it was in another folder, in place of what the last run has left. */
export function restore(from, profile) {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  cpSync(from, profile, { recursive: true });
}
