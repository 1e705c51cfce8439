// The project's own files, as the hygiene tests see them: tracked ones and new ones, never what git ignores.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url));

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: top, encoding: 'utf8' });

/** Paths from the top folder, with `/`. */
export const files = listed.split('\0').filter((path) => path && existsSync(top + path));

/** Files whose path matches. */
export function matching(pattern) {
  return files.filter((path) => pattern.test(path));
}

export function read(path) {
  return readFileSync(top + path, 'utf8');
}

/** "path:line: text" for each line of `paths` that matches; `allowed` paths may. */
export function linesWith(pattern, paths, allowed = []) {
  return paths.filter((path) => !allowed.includes(path)).flatMap((path) => read(path).split('\n')
    .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
    .filter(({ line }) => pattern.test(line)).map(({ line, at }) => `${at}: ${line.trim().slice(0, 120)}`));
}
