// What several pages of one browser do to the same dossiers, as dice say (pages_world.mjs), and what was lost by it.
import assert from 'node:assert/strict';
import { dice } from './dice.mjs';
import { load } from './load.mjs';
import { World } from './pages_world.mjs';

const [{ Journal }, { Holder }, { fold }] = await Promise.all(['storage/journal.ts', 'tabs/holder.ts', 'storage/records.ts'].map(load));
export const ids = ['d1', 'd2', 'd3'];
const fields = ['answer.a', 'answer.b', 'paper.c', 'step'];

/** A page: the real journal and holder, and as much of a core as they talk to. */
class Page {
  alive = true;
  frozen = false;
  ready = false;
  working = '';
  elsewhere = '';
  dossiers = new Map();
  unsaved = [];
  actions = [];

  constructor(world, name) {
    Object.assign(this, { world, name });
    this.journal = new Journal([0, 1].map((index) => world.store(index, this)), (ok, reason) => this.onReport(ok, reason), name);
  }

  async start(working) {
    const { storage, dossiers } = await this.journal.open();
    for (const { id, fields: kept } of dossiers) this.dossiers.set(id, kept);
    this.working = working;
    this.ready = storage === 'ok';
    // The part that comes later than the first screen.
    this.world.later(this, `${this.name} late`, () => {
      this.journal.follow((changed) => this.dispatch({ t: 'changed', ...changed }));
      this.holder = new Holder({ journal: this.journal, dispatch: (action) => this.dispatch(action), locks: this.world.locksOf(this) });
      this.holder.work(this.working);
    });
  }

  dispatch(action) {
    this.actions.push(action);
    if (action.t === 'held' && action.elsewhere) this.elsewhere = action.dossier;
    else if (action.t === 'held' && this.elsewhere === action.dossier) this.elsewhere = '';
    for (const { id, fields: kept } of action.dossiers ?? []) this.dossiers.set(id, kept);
    for (const id of action.erased ?? []) this.dossiers.delete(id);
  }

  onReport(ok, reason) {
    assert.notEqual(reason, 'elsewhere', 'the core refuses before the journal has to');
    if (ok) for (const edit of this.unsaved.splice(0)) edit.saved = true;
  }

  /** Whether the lock is really here; a page that has been robbed may not know yet. */
  get holds() { return !!this.working && this.world.holderOf(`danloi-dossier-${this.working}`) === this; }

  work(dossier) {
    this.working = dossier;
    this.holder?.work(dossier);
  }

  edit(edit) {
    this.journal.save(edit.dossier, { [edit.field]: edit.value }, edit.typed);
    this.dossiers.set(edit.dossier, { ...this.dossiers.get(edit.dossier), [edit.field]: edit.value });
    this.unsaved.push(edit);
  }
}

/** What the stores give back, without the journal's own stamps. */
export function kept(world) {
  return new Map(fold(world.stores.flat()).dossiers.map(({ id, fields: all }) => [id, withoutStamp(all)]));
}

function withoutStamp({ at, page, ...entered } = {}) {
  return entered;
}

/** `count` edits by two to five pages, with everything that can come between them. */
export async function play(seed, count, { killing = true } = {}) {
  const die = dice(seed);
  const world = new World(die);
  const most = 2 + die(4);
  const edits = [];
  const counts = { kills: 0, takeOvers: 0, freezes: 0, clocks: 0, refused: 0 };
  let pages = [];
  let names = 0;
  const begin = () => world.run(undefined, () => {
    const name = `p${++names}`;
    world.page = { name, alive: true };
    const page = new Page(world, name);
    pages.push(page);
    world.channels.filter((channel) => channel.page.name === name).forEach((channel) => { channel.page = page; });
    void page.start(die(2) ? die.of(ids) : '');
  });
  const edit = (page) => {
    const home = !page.working;
    const dossier = home ? die.of(ids) : page.working;
    if (!page.ready || page.elsewhere === page.working && !home) return void counts.refused++;
    if (home && die(20)) return; // from the start page only the bin is used, now and then
    const done = { n: edits.length, dossier, field: home ? 'binned' : die.of(fields), value: String(edits.length), typed: !!die(2), holds: page.holds, saved: false };
    edits.push(done);
    page.edit(done);
  };
  const deeds = [
    [60, edit],
    [5, (page) => page.work(die.of(['', ...ids]))],
    [4, (page) => { if (page.holder && page.working && page.elsewhere === page.working) { counts.takeOvers++; page.holder.takeOver(page.working); } }],
    [3, () => { world.clock = (die(20) - 10) * 365 * 86_400_000; counts.clocks++; }],
    [2, (page) => { page.frozen = !!die(2); counts.freezes += page.frozen; }],
  ];
  try {
    world.failures = 20;
    while (edits.length < count) {
      if (pages.length < most && !die(10)) await begin();
      const page = pages.length && die.of(pages);
      if (page && killing && !die(400)) {
        pages = pages.filter((one) => one !== page);
        await world.kill(page);
        counts.kills++;
      } else if (page && die(3)) {
        if (page.frozen) page.frozen = !!die(10);
        else await world.run(page, () => weighted(die, deeds)(page));
      }
      await world.step();
    }
    world.failures = 0;
    for (const page of pages) page.frozen = false;
    await world.quiet(500); // longer than the longest pause between two tries to write
    return { world, edits, counts, atOnce: shownBy(pages), afterRest: await restingPages(world, pages) };
  } finally {
    world.reset();
  }
}

function weighted(die, deeds) {
  let left = die(deeds.reduce((sum, [weight]) => sum + weight, 0));
  return deeds.find(([weight]) => (left -= weight) < 0)[1];
}

/** Each page comes to each dossier once more, and takes it over where it must; then all are read. */
async function restingPages(world, pages) {
  for (const page of pages) {
    for (const id of ids) {
      await world.run(page, () => page.work(id));
      await world.quiet();
      if (page.elsewhere === id) await world.run(page, () => page.holder.takeOver(id));
      await world.quiet();
      assert.ok(page.holds, `${page.name} has ${id}`);
      assert.notEqual(page.elsewhere, id);
    }
    await world.run(page, () => page.work(''));
    await world.quiet();
  }
  return shownBy(pages);
}

function shownBy(pages) {
  return pages.map((page) => ids.map((id) => withoutStamp(page.dossiers.get(id))));
}

/** Saved edits of a page that had the lock whose field ended with an older value. */
export function lost(edits, final) {
  const byValue = new Map(edits.map((edit) => [edit.value, edit]));
  return edits.filter((edit) => {
    if (!edit.saved) return false;
    const value = final.get(edit.dossier)?.[edit.field];
    const winner = byValue.get(value);
    return !winner || (winner.n < edit.n && edit.holds && winner.holds);
  });
}
