// One dossier in two to five tabs: somebody writes here and there, takes it over, closes, reloads, opens another, and tabs crash.
// Nothing that was called saved is lost, and in the end all tabs show the same. The same by the ten thousand, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../browser/expected.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { ids, kept, lost, play } from '../web/pages_play.mjs';
import { Figure, count, die, isFull, seed } from './figures.mjs';
import { assertNoneLost, fieldName, keptAnswers, path, reachField } from './rig.mjs';
import { watchSaving } from './witness.mjs';

test('A12 pages in a world of dice', async () => {
  const figure = new Figure('A12 edits by two to five pages, without a browser');
  const sums = {};
  const edited = isFull ? 10_000 : 500;
  for (let left = count(1, 5); left > 0; left--) {
    const { world, edits, counts, afterRest } = await play((seed + left) >>> 0, edited);
    const final = kept(world);
    figure.runs += edits.length;
    figure.acknowledged += edits.filter(({ saved }) => saved).length;
    figure.losses.push(...lost(edits, final));
    figure.lost = figure.losses.length;
    for (const shown of afterRest) assert.deepEqual(shown, ids.map((id) => final.get(id)), 'all pages show the same');
    for (const [what, times] of Object.entries(counts)) sums[what] = (sums[what] ?? 0) + times;
  }
  figure.done(`runs are edits; ${Object.entries(sums).map(([what, times]) => `${what} ${times}`).join(', ')}`);
  assertNoneLost(figure);
});

/** The tabs of one browser, the texts in the order they were entered, and the last one that was called saved. */
class Desk {
  tabs = [];
  order = new Map([['', 0]]);
  sure = 0;
  counts = {};

  async start() {
    this.first = await openPerson();
    const heard = new WeakMap();
    await this.first.context.exposeBinding('witness', ({ page }, what) => {
      if (what.t === 'begun') heard.set(page, []);
      const entered = heard.get(page) ?? [];
      if (what.t === 'entered') entered.push(what.value);
      if (what.t === 'saved' && what.n > 0) this.sure = Math.max(this.sure, this.order.get(entered[what.n - 1]) ?? 0);
    });
    await this.first.context.addInitScript(watchSaving, { origin: this.first.url, saved: say('vi', 'save.saved'), failed: say('vi', 'save.failed') });
    await this.first.open(path);
    await reachField(this.first);
    this.tabs.push(this.first);
  }

  /** A text like no other, where it may be written. */
  async write() {
    const tab = die.of(this.tabs);
    await this.takeOver(tab);
    const text = `${this.order.size}|`;
    this.order.set(text, this.order.size);
    await field(tab).selectText();
    await tab.page.keyboard.insertText(text);
    if (die(2)) await tab.saved();
  }

  /** What is shown then is nothing older than what was called saved. */
  async takeOver(tab = die.of(this.tabs)) {
    const button = tab.role('button', tab.say('tabs.take_over'));
    if (await button.count()) {
      this.count('take-overs');
      // Another tab may have gone meanwhile: then this one has it without being asked.
      await tab.press(button).catch(async (reason) => { if (await button.count()) throw reason; });
      await button.waitFor({ state: 'detached' });
    }
    await until(async () => this.order.get(await field(tab).inputValue()) >= this.sure, 'the tab that goes on shows what was saved');
  }

  async open() {
    if (this.tabs.length === 5) return this.close();
    const tab = await this.tabs[0].another();
    await tab.open('/vi/');
    await tab.pressButton(tab.say('procedure.resume'));
    await field(tab).waitFor();
    return void this.tabs.push(tab);
  }

  async close() {
    if (this.tabs.length <= 2) return this.open();
    const [tab] = this.tabs.splice(die(this.tabs.length), 1);
    if (die(2)) return tab.page.close();
    return this.crash(tab);
  }

  /** The renderer dies, as when memory runs out. */
  async crash(tab) {
    this.count('crashes');
    const session = await tab.context.newCDPSession(tab.page);
    const crashed = tab.page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined); // nobody is left to answer
    await crashed;
    await tab.page.close();
  }

  async reload() {
    const tab = die.of(this.tabs);
    await tab.page.reload();
    await tab.appReady();
    await field(tab).waitFor();
  }

  async step() {
    const deed = die.of(['write', 'write', 'write', 'write', 'takeOver', 'takeOver', 'open', 'close', 'reload']);
    this.count(deed);
    await this[deed]();
    const { pages = '' } = await keptAnswers(this.tabs[0]);
    return this.order.get(pages) >= this.sure ? undefined : { held: pages, sure: this.sure };
  }

  async settle() {
    const { pages = '' } = await keptAnswers(this.tabs[0]);
    for (const tab of this.tabs) await until(async () => await field(tab).inputValue() === pages, `each tab shows ${pages}`);
  }

  count(deed) { this.counts[deed] = (this.counts[deed] ?? 0) + 1; }
}

const field = (tab) => tab.role('textbox', fieldName);

test('A12 tabs of a browser', async () => {
  const figure = new Figure('A12 two to five tabs of a browser');
  const desk = new Desk();
  await desk.start();
  await desk.open();
  for (let left = count(15, 300); left > 0; left--) {
    const loss = await desk.step();
    figure.runs++;
    if (loss) figure.losses.push(loss);
  }
  await desk.takeOver();
  await desk.write();
  await desk.tabs[0].reads(say('vi', 'save.saved'));
  await until(() => desk.sure === desk.order.size - 1, 'what was entered last is saved');
  await desk.settle();
  await desk.first.close();
  figure.acknowledged = desk.sure;
  figure.lost = figure.losses.length;
  figure.done(`all tabs the same in the end; ${Object.entries(desk.counts).map(([what, times]) => `${what} ${times}`).join(', ')}`);
  assertNoneLost(figure);
});
