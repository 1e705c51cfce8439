// The gates of accessibility, on every screen of the tour: the tree is the one that is kept, all is reached by keys, axe finds nothing in
// any theme, everything fits on 320 px. Each journey is gone once in each view, in Vietnamese, and once with forced colours, in English.
//  - by default keys and axe take turns: a journey that is gone by keys in one view is given to axe in the other
//  - GATES=full: everything in every view and language (a part of `make full`); TREES=write writes the trees anew
import assert from 'node:assert/strict';
import { axeFindsNothing } from './gate_axe.mjs';
import { fits } from './gate_fits.mjs';
import { assertArrived, keysReachAll } from './gate_keys.mjs';
import { treeIsKept, writing } from './gate_trees.mjs';
import { timedTest } from './support.mjs';
import { goOn, journeys, journeysIn } from './tour.mjs';

const isFull = process.env.GATES === 'full';
const languages = isFull ? ['vi', 'en'] : ['vi'];

/** Whose turn it is: each journey is gone by keys in one view and given to axe in the other. */
const keysTurn = (journey, view) => (journeys.indexOf(journey) % 2 === 0) === (view === 'plain');

function gatesFor(journey, view, lang) {
  const all = isFull || !!journey.plainOnly;
  const keys = all || keysTurn(journey, view);
  return { tree: lang === 'vi', keys: keys && !writing, axe: (all || !keys) && !writing, fits: view === 'canvas' && keys && !writing };
}

/** What one walk looks at on each of its screens. */
function looker(journey, gates) {
  const script = journey.options?.script !== false;
  let before;
  return async (person, name) => {
    if (gates.keys) before = await assertArrived(person, name, before);
    if (gates.tree) await treeIsKept(person, name);
    if (gates.keys) await keysReachAll(person, { script });
    if (gates.axe) await axeFindsNothing(person, { script });
    if (gates.fits) await fits(person);
  };
}

for (const view of writing ? ['plain'] : ['plain', 'canvas']) {
  for (const journey of journeysIn(view)) {
    for (const lang of languages) {
      const gates = gatesFor(journey, view, lang);
      const named = Object.keys(gates).filter((gate) => gates[gate]).join(', ');
      timedTest(`every screen is open to everyone: ${named} (${journey.name}, ${view}, ${lang})`, () => goOn(journey, { view, lang },
        looker(journey, gates), (person) => person.page.emulateMedia({ reducedMotion: 'reduce' })));
    }
  }
}

/** The person's choices, as the settings keep them, in every page of ours. */
const prefer = (person, preferences) => person.context.addInitScript((all) => {
  if (location.protocol.startsWith('http')) for (const [name, value] of Object.entries(all)) localStorage.setItem(`danloi.${name}`, value);
}, preferences);

/** Where there is little time, with forced colours only the start and the longest journey are gone in large print as well, which is the widest. */
const inLargePrint = ({ name }) => isFull || name === 'start' || name === 'birth';

for (const journey of writing ? [] : journeysIn('plain')) {
  const easy = inLargePrint(journey) ? 'on' : 'off';
  timedTest(`forced colours are the plain view, and everything fits on 320 px (${journey.name}, large print ${easy})`, () => goOn(journey, { view: 'plain', lang: 'en' }, async (person) => {
    assert.equal(await person.viewNow(), 'plain');
    await fits(person);
  }, async (person) => {
    await person.page.emulateMedia({ forcedColors: 'active' });
    await prefer(person, { view: 'canvas', easy });
  }));
}

for (const journey of writing ? [] : journeysIn('canvas').filter(inLargePrint)) {
  timedTest(`everything that is drawn in large print fits on 320 px (${journey.name})`, () => goOn(journey, { view: 'canvas' }, fits,
    (person) => prefer(person, { easy: 'on' })));
}
