// A person in front of the page: finds by role and name, acts with mouse, finger or keys, reads what is shown.
import assert from 'node:assert/strict';
import { readDatabase } from './in_page.mjs';
import { plain, say } from './expected.mjs';
import { closed, until } from './support.mjs';

/** Matches a name that begins with `text` and goes on, if at all, with a hint. */
export function beginsWith(text) {
  const words = text.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${words.join('\\s+')}(\\s|$)`);
}

export class Person {
  constructor(given) {
    Object.assign(this, given);
  }

  say(key, values) { return say(this.lang, key, values); }

  /** Opens an address of the site and waits until the app has taken over. */
  async open(path) {
    await this.page.goto(this.url + path);
    await this.appReady();
  }

  /** Opens the home page in this person's view: the drawing takes over only with another screen. */
  async openHome() {
    await this.open(`/${this.lang}/`);
    if (this.view !== 'canvas') return;
    await this.pressLink(this.say('nav.text_size'));
    await this.arrives(this.say('settings.title'));
    await this.pressLink(this.say('nav.back'));
    await this.arrives(this.say('home.title'), { focused: false });
    await until(async () => await this.viewNow() === 'canvas', 'the canvas view');
  }

  /** The app has taken over; in the canvas view the painter can draw, too. */
  async appReady() {
    await this.page.waitForFunction(() => !!globalThis.danloi?.send);
    if (this.view === 'canvas') await this.page.waitForFunction(() => globalThis.seen.drawing);
  }

  role(role, name, options = {}) {
    return this.page.getByRole(role, { name, exact: typeof name === 'string', ...options });
  }

  heading(text, level) { return this.role('heading', text, { level }); }

  /** Waits for the screen with this heading; a screen that was come to has its focus there. */
  async arrives(text, { level = 1, focused = true } = {}) {
    await this.heading(text, level).waitFor();
    if (focused) await until(() => this.heading(text, 1).evaluate((element) => element === document.activeElement), `focus on “${text}”`);
  }

  /** The canvas takes over only when the hand has rested: people pause before they go on. */
  async rests() {
    if (this.view !== 'canvas') return;
    await this.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => resolve()); })); // a scroll is told of with the next frame
    await this.page.waitForFunction(() => document.documentElement.dataset.view === 'canvas' || performance.now() - globalThis.seen.moved > 450);
  }

  /** Presses a button or follows a link, once it is in sight. */
  async press(target) {
    if (this.view === 'canvas') await target.scrollIntoViewIfNeeded();
    await this.rests();
    if (this.input === 'mouse') return target.click();
    if (this.input === 'touch') return target.tap();
    await this.tabTo(target);
    await this.page.keyboard.press('Enter');
  }

  pressButton(name) { return this.press(this.role('button', name)); }
  pressLink(name) { return this.press(this.role('link', name)); }

  /** Takes one line of a group of answers. `on` false takes a tick away. */
  async choose(group, label, on = true) {
    const option = this.role('group', group).getByRole(/./.test(label) && await this.isMany(group) ? 'checkbox' : 'radio', { name: beginsWith(label) });
    if (this.input === 'mouse') await option.click();
    else if (this.input === 'touch') await option.tap();
    else await this.chooseByKeys(group, option);
    await until(async () => (await option.isChecked()) === on, `“${label}” is ${on ? '' : 'not '}chosen`);
  }

  async isMany(group) {
    return await this.role('group', group).getByRole('checkbox').count() > 0;
  }

  /** Tab reaches a group once; arrow keys move within it. A box is reached by itself. */
  async chooseByKeys(group, option) {
    if (await this.isMany(group)) {
      await this.tabTo(option);
      return this.page.keyboard.press('Space');
    }
    const radios = this.role('group', group).getByRole('radio');
    await this.tab(() => radios.evaluateAll((all) => all.includes(document.activeElement)), `the answers of “${group}”`);
    if (await this.isFocused(option)) return await option.isChecked() || this.page.keyboard.press('Space');
    for (let left = await radios.count(); left > 0 && !await this.isFocused(option); left--) await this.page.keyboard.press('ArrowDown');
    assert.ok(await this.isFocused(option), `arrow keys reach an answer of “${group}”`);
  }

  /** Types into the field with this label, by keys. */
  async type(label, text, role = 'textbox') {
    const field = this.role(role, label);
    if (this.input === 'mouse') await field.click();
    else if (this.input === 'touch') await field.tap();
    else await this.tabTo(field);
    await this.page.keyboard.type(text);
    assert.equal(await field.inputValue(), text);
  }

  isFocused(target) {
    return target.evaluate((element) => element === document.activeElement);
  }

  tabTo(target) {
    return this.tab(() => this.isFocused(target), String(target));
  }

  /** Presses Tab until `there` says so. */
  async tab(there, what) {
    for (let left = 150; left > 0; left--) {
      if (await there()) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reached ${what}`);
  }

  /** Terms and values shown on the page, by term; a term that is shown twice has the last value. */
  async facts(within = this.page.getByRole('main')) {
    // Two looks at a page that may change in between.
    const [terms, values] = await until(async () => {
      const looks = await Promise.all(['term', 'definition'].map((role) => within.getByRole(role).allTextContents()));
      return looks[0].length === looks[1].length && looks;
    }, 'a value for each term');
    return new Map(terms.map((term, index) => [plain(term), plain(values[index])]));
  }

  async headings(level, within = this.page.getByRole('main')) {
    return (await within.getByRole('heading', { level }).allTextContents()).map(plain);
  }

  /** The page that is shown says this, whatever line breaks the drawing asks for. */
  async reads(text) {
    await until(async () => plain(await this.page.getByRole('main').innerText()).includes(plain(text)), `the page says “${text}”`);
  }

  saved() { return this.reads(this.say('save.saved')); }

  viewNow() { return this.page.evaluate(() => document.documentElement.dataset.view); }

  kept() { return this.page.evaluate(readDatabase); }

  /** The newest value of a field that is kept, JSON text; of the only dossier there is. */
  async keptValue(field) {
    const { records = [] } = await this.kept();
    return records.filter((record) => record.field === field).sort((a, b) => a.seq - b.seq).at(-1)?.value;
  }

  /** Faults that match are provoked by the test itself. Each must have happened. */
  forgive(...patterns) {
    for (const pattern of patterns) assert.ok(this.faults.list.some((fault) => pattern.test(fault)), `${pattern} was provoked`);
    this.faults.list = this.faults.list.filter((fault) => !patterns.some((pattern) => pattern.test(fault)));
  }

  async assertNoFaults() {
    const breaches = await this.page.evaluate(() => globalThis.seen?.breaches ?? []).catch(() => []);
    assert.deepEqual([...this.faults.list, ...breaches], []);
  }

  /** For the report of a failed test. */
  async describe() {
    const shown = await this.page.locator('body').ariaSnapshot({ timeout: 2000 }).catch(String);
    const views = await closed(this.page.evaluate(() => globalThis.seen.views.join(' ')).catch(String));
    return [`at ${this.page.url()} (views: ${views})`, ...this.faults.list, ...shown.split('\n').slice(0, 40)].join('\n    ');
  }

  /** The same person in front of another page of the same browser. */
  async another() {
    return new Person({ ...this, page: await this.context.newPage() });
  }

  /** The page's process dies, as when memory runs out; then the page is gone. */
  async crash() {
    const client = await this.context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    client.send('Page.crash').catch(() => undefined); // nobody is left to answer
    await crashed;
    await this.page.close();
  }

  close() { return closed(this.context.close()); }
}
