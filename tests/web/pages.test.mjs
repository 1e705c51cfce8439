// Several pages of one browser on the same dossiers: nothing that was called saved is lost, and all show the same in the end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ids, kept, lost, play } from './pages_play.mjs';

for (let seed = 1; seed <= 10; seed++) {
  test(`1,000 edits by two to five pages, with kills, take-overs, frozen pages, full disks and clocks set back: nothing lost, all alike (seed ${seed})`, async () => {
    const { world, edits, counts, afterRest } = await play(seed, 1000);
    const final = kept(world);
    assert.deepEqual(lost(edits, final), []);
    for (const shown of afterRest) assert.deepEqual(shown, ids.map((id) => final.get(id)));
    assert.ok(edits.filter(({ saved }) => saved).length > 500, JSON.stringify(counts));
    for (const [what, times] of Object.entries(counts)) assert.ok(times > 0, `${what} happened`);
  });
}

for (let seed = 11; seed <= 14; seed++) {
  test(`as long as no page is killed, all show the same without asking the stores again (seed ${seed})`, async () => {
    const { world, edits, atOnce } = await play(seed, 500, { killing: false });
    const final = kept(world);
    assert.deepEqual(lost(edits, final), []);
    for (const shown of atOnce) assert.deepEqual(shown, ids.map((id) => final.get(id)));
  });
}
