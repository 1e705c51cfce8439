// What the rigs measured: one row a fault and seed, kept in build/figures/faults.json and shown by table.mjs.
//  - `runs` faults were made, `acknowledged` answers were shown as saved before them, `lost` of those were missing after
//  - `alarms`: times the page said that something is not saved
//  - a rig that cannot run here says why; that is never a pass
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dice } from '../web/dice.mjs';

const folder = fileURLToPath(new URL('../../build/figures/', import.meta.url));
const file = `${folder}faults.json`;

/** The full figures, or the short form that is part of `make test`. */
export const isFull = process.env.FAULTS === 'full';

/** Everything that is left to chance follows from this number; SEED=... repeats a run. The short form is the same each time. */
export const seed = Number(process.env.SEED ?? (isFull ? Math.floor(Math.random() * 1e9) : 20261122));
export const die = dice(seed);

/** How many runs: `full` in the full form, where RUNS=... may ask for a part of them at a time. */
export function count(short, full) {
  return isFull ? Math.min(full, Number(process.env.RUNS ?? full)) : short;
}

/** A row that counts itself up; `done` writes it down. */
export class Figure {
  runs = 0;
  acknowledged = 0;
  lost = 0;
  alarms = 0;
  /** What exactly was lost, for the report of a failed test. */
  losses = [];

  constructor(fault) {
    this.fault = fault;
    console.log(`${fault}: SEED=${seed}${isFull ? ' FAULTS=full' : ''}`);
  }

  done(remarks = '') {
    const { fault, runs, acknowledged, lost, alarms } = this;
    write({ fault, seed, full: isFull, runs, acknowledged, lost, alarms, remarks });
  }

  /** Says loudly that this could not be tried here. */
  notRun(context, reason) {
    write({ fault: this.fault, seed, full: isFull, notRun: reason });
    console.error(`NOT RUN: ${this.fault}: ${reason}`);
    context.skip(`NOT RUN: ${reason}`);
  }
}

/** The rows so far. */
export function readFigures() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (reason) {
    if (reason.code === 'ENOENT') return [];
    throw reason;
  }
}

/** Replaces the row of the same fault and seed; the full figures replace those of the short form. */
function write(row) {
  const others = readFigures().filter(({ fault, seed: other, full }) => fault !== row.fault || (full === row.full && other !== row.seed && full));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify([...others, row], null, 1)}\n`);
  renameSync(`${file}.new`, file);
}
