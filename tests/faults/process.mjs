// The browser's processes from outside: what belongs to one profile, found by walking the children of its root.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Process ids of the browser that runs on this profile, or on one below this folder, its children included. */
export function treeOf(profile) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(processOf).filter(Boolean);
  const found = new Set(all.filter(({ words }) => words.some((word) => `${word}/`.startsWith(`--user-data-dir=${profile}/`))).map(({ id }) => id));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { id, parent } of all) if (found.has(parent)) found.add(id);
  }
  return [...found];
}

function processOf(id) {
  try {
    const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
    const parent = Number(readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) \S /s, '').split(' ')[0]);
    return { id: Number(id), parent, words };
  } catch {
    return undefined; // it has ended meanwhile
  }
}

/** Sends a signal to the whole tree; a process that has ended needs none. */
export function signal(ids, name) {
  for (const id of ids) {
    try {
      process.kill(id, name);
    } catch (reason) {
      if (reason.code !== 'ESRCH') throw reason;
    }
  }
}

/** A browser that was killed leaves its lock behind. */
export function unlock(profile) {
  for (const name of readdirSync(profile)) if (name.startsWith('Singleton')) rmSync(join(profile, name), { force: true });
}
