// Prints what the fault rigs measured, one line a fault; parts of a run with seeds of their own are added up.
import { fileURLToPath } from 'node:url';
import { readFigures } from './figures.mjs';

const columns = ['fault', 'runs', 'acknowledged', 'lost', 'alarms', 'remarks'];

/** Rows of the same fault as one. */
export function summed(rows) {
  const byFault = new Map();
  for (const row of rows) {
    const before = byFault.get(row.fault);
    if (row.notRun) byFault.set(row.fault, before ?? { fault: row.fault, runs: 'not run', acknowledged: '-', lost: '-', alarms: '-', remarks: row.notRun });
    else if (!before || before.runs === 'not run') byFault.set(row.fault, { ...row, remarks: [remarkOf(row)] });
    else {
      for (const name of ['runs', 'acknowledged', 'lost', 'alarms']) before[name] += row[name];
      before.remarks.push(remarkOf(row));
    }
  }
  return [...byFault.values()].map((row) => ({ ...row, remarks: [...new Set([row.remarks].flat())].filter(Boolean).join('; ') }));
}

function remarkOf({ remarks, full }) {
  return [full ? '' : 'short form', remarks].filter(Boolean).join(', ');
}

/** Columns as wide as their widest cell. */
export function tableOf(rows) {
  const cells = [columns, ...summed(rows).map((row) => columns.map((name) => String(row[name])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index].length)));
  return cells.map((line) => line.map((cell, index) => cell.padEnd(widths[index])).join(' | ').trimEnd()).join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(tableOf(readFigures()));
