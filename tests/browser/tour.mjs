// A tour of every screen of the app: journeys of persons who call `visit(name)` wherever there is something to look at. The gates
// (gates.test.mjs) go on it with what they have to look at.
import assert from 'node:assert/strict';
import { beginAndFinish } from './tour_birth.mjs';
import { meetTroubles } from './tour_troubles.mjs';
import { lookAround, meetAlarms, meetAnotherPage, meetNewLaw, meetWithdrawal, openLinks, readWithoutScripts, useRescuePage } from './tour_walks.mjs';
import { tell, until } from './support.mjs';

/**
 * Each journey with the names of its screens, in the order of the walk. Where a drawing is never shown, `plainOnly` says why;
 * such a journey has no canvas view.
 */
export const journeys = [
  { name: 'start', walk: lookAround, screens: ['settings', 'home', 'search-found', 'search-none', 'event'] },
  {
    name: 'birth', walk: beginAndFinish,
    screens: ['procedure', 'procedure-words', 'procedure-error', 'question-choice', 'question-yes-no', 'question-date', 'question-date-error',
      'question-number', 'checklist', 'checklist-begun', 'checklist-why', 'place', 'place-found', 'checklist-place', 'ready-lacking',
      'ready-complete', 'sheet', 'share', 'home-begun', 'home-bin', 'home-delete'],
  },
  { name: 'law', walk: meetNewLaw, screens: ['checklist-open', 'question-text', 'question-place', 'question-many', 'change'] },
  { name: 'withdrawn', walk: meetWithdrawal, screens: ['withdrawn'] },
  { name: 'links', walk: openLinks, plainOnly: 'what a link opens is the first screen of its page', screens: ['preview', 'link-damaged'] },
  { name: 'tabs', walk: meetAnotherPage, screens: ['elsewhere'] },
  { name: 'alarms', walk: meetAlarms, screens: ['save-failed', 'stopped'], plainScreens: { stopped: 'the core has ended, and the drawing with it' } },
  {
    name: 'troubles', walk: meetTroubles, screens: ['definition-damaged', 'recovered', 'clock', 'storage-none', 'storage-none-first'],
    plainScreens: { recovered: 'it is said on the first screen of a page' },
  },
  { name: 'rescue', walk: useRescuePage, plainOnly: 'the page has no drawing', screens: ['device-empty', 'device'] },
  {
    name: 'static', walk: readWithoutScripts, plainOnly: 'nothing can be drawn without scripts', options: { script: false },
    screens: ['static-home', 'static-procedure', 'static-event'],
  },
];

/** The journeys that a person in this view can go on. */
export const journeysIn = (view) => journeys.filter(({ plainOnly }) => view === 'plain' || !plainOnly);

/** The page stands still: everything that comes late is there, what was entered is saved, and the view is the wanted one. */
async function atRest(person, plainScreen) {
  const saving = person.say('save.saving');
  await until(async () => !(await person.page.locator('#stage').innerText()).includes(saving), 'what was entered to be saved');
  if (person.view !== 'canvas') return;
  await until(async () => await person.viewNow() === (plainScreen ? 'plain' : 'canvas'), 'the wanted view');
}

/**
 * Goes on one journey and calls `visit(person, name)` on each of its screens, which are those of the list. `prepare(person)`
 * comes before the first page.
 */
export function goOn(journey, options, visit, prepare = () => undefined) {
  return tell({ ...options, ...journey.options }, async (person) => {
    await prepare(person);
    const seen = [];
    await journey.walk(person, async (name, where = person) => {
      seen.push(name);
      await atRest(where, journey.plainScreens?.[name] ?? options.anyView);
      await told(name, () => visit(where, name));
    });
    assert.deepEqual(seen, journey.screens, 'every screen of the journey is visited');
    await person.assertNoFaults();
  });
}

/** What goes wrong on a screen is told with its name. */
async function told(name, look) {
  try {
    await look();
  } catch (error) {
    error.message = `on “${name}”: ${error.message}`;
    throw error;
  }
}
