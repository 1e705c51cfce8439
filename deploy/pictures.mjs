// The pictures of docs/content.md, made of what the tool really prints: node deploy/pictures.mjs (after `make check`).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'danloi-'));
const id = 'dang-ky-tam-tru';
const width = 118;

function danloi(args, input = '') {
  const { stdout, stderr } = spawnSync(join(root, 'build/native/danloi'), args, { cwd: folder, input, encoding: 'utf8' });
  return stderr + stdout;
}

/** A copy of the content in which a writer has made three mistakes. */
function makeMistakes() {
  for (const part of ['content', 'procedures']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const file = join(folder, `procedures/${id}.json`);
  const definition = JSON.parse(readFileSync(file, 'utf8'));
  definition.documents[0].formRef = 'mau-ct02';
  definition.questions[0].why.vi = 'Theo quy định của pháp luật hiện hành, cơ quan có thẩm quyền căn cứ vào trường hợp cụ thể của người đề nghị để xác định thành phần hồ sơ phải nộp và mức lệ phí phải đóng theo quy định.';
  definition.effectiveTo = '2026-01-31';
  writeFileSync(file, JSON.stringify(definition, null, 2));
}

/** Lines of at most `width` letters, cut between words. */
function wrapped(text) {
  return text.trimEnd().split('\n').flatMap((line) => line.split(/(?<= )/).reduce((rows, word) => {
    const row = rows.at(-1) + word;
    return row.trimEnd().length <= width ? [...rows.slice(0, -1), row] : [...rows, `    ${word}`];
  }, ['']));
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A terminal as a picture: the command, then what it printed. */
function terminal(name, command, output) {
  const lines = [`$ ${command}`, ...wrapped(output)];
  const high = 32 + lines.length * 19;
  const rows = lines.map((line, index) => `<text x="16" y="${29 + index * 19}" xml:space="preserve"${index === 0 ? ' fill="#7ee0b0"' : ''}>${escaped(line)}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="980" height="${high}" viewBox="0 0 980 ${high}" font-family="monospace" font-size="13.4" fill="#e6edf3">`
    + `<rect width="980" height="${high}" rx="8" fill="#161b22"/>${rows.join('\n')}</svg>\n`;
  writeFileSync(join(root, `docs/pictures/${name}.svg`), svg);
}

try {
  makeMistakes();
  const check = ['check', `procedures/${id}.json`, '--root', '.'];
  terminal('check-faults', `build/native/danloi check procedures/${id}.json`, danloi(check));
  cpSync(join(root, `procedures/${id}.json`), join(folder, `procedures/${id}.json`));
  terminal('check-sound', `build/native/danloi check procedures/${id}.json`, danloi(check));
  const walk = danloi(['walk', id, '--root', '.', '--today', '2026-11-21'], '1\n1\n1\n1\n2\n2\n2\n\n');
  terminal('walk', `build/native/danloi walk ${id}        (the end of it)`, walk.slice(walk.lastIndexOf('Bạn đã trả lời')));
  writeFileSync(join(root, 'docs/pictures/graph.svg'), danloi(['graph', id, '--root', '.']));
} finally {
  rmSync(folder, { recursive: true });
}
