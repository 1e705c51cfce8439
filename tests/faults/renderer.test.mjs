// The page's process ends: crashed by the browser's own command, or out of memory. Another tab opens the procedure again.
import { test } from 'node:test';
import { Figure, count, die } from './figures.mjs';
import { Ledger, assertNoneLost, moment, note, openWatched, reopened, withProfile, workUntil } from './rig.mjs';

const ways = {
  'A3 renderer crash': async (person) => {
    const session = await person.context.newCDPSession(person.page);
    session.send('Page.crash').catch(() => undefined); // a page that is gone answers nobody
  },
  'A3 out of memory': async (person) => {
    person.page.evaluate(() => { for (const kept = []; ;) kept.push(new Array(2e6).fill(kept)); }).catch(() => undefined);
  },
};

for (const [fault, end] of Object.entries(ways)) {
  test(fault, async () => {
    const figure = new Figure(fault);
    const ledger = new Ledger();
    await withProfile(async (profile) => {
      const person = await openWatched(ledger, { profile, flags: ['--js-flags=--max-old-space-size=128'] });
      ledger.settle(await reopened(person));
      for (let run = 0; run < count(2, 100); run++) {
        const work = workUntil(person, ledger, die);
        await Promise.race([moment(300 + die(1200)), work.working]);
        work.end();
        const crashed = person.page.waitForEvent('crash', { timeout: 60_000 });
        await end(person);
        await crashed;
        const gone = person.page;
        person.page = await person.context.newPage();
        await gone.close();
        await work.working;
        note(figure, ledger, await reopened(person));
      }
      await person.close();
    });
    figure.done('the page has no notice of what was recovered');
    assertNoneLost(figure);
  });
}
