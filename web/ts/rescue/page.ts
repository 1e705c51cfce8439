// The list of what is kept, on the page.
import type { StoredDossier } from '../storage/records.js';
import { describe } from './describe.js';
import { button, list, make, notice, pairs } from './elements.js';
import type { Gathered } from './readers.js';
import { say } from './texts.js';

/** What the buttons do. */
export interface Deeds {
  save(dossiers: StoredDossier[]): void;
  saveUnread(values: unknown[]): void;
}

/** Shows what was found in place of what was shown before. */
export function show({ dossiers, unread, refused }: Gathered, readers: number, deeds: Deeds): void {
  const blind = refused === readers || (refused > 0 && !dossiers.length); // an unread place may hold all there is
  const nothing = !blind && !unread.length ? say('rescue.none') : '';
  report(dossiers.length ? say('rescue.found', { n: dossiers.length }) : nothing);
  const pieces: Node[] = [];
  if (blind) pieces.push(notice('warning', say('rescue.read.failed')));
  else if (refused) pieces.push(notice('warning', say('rescue.part.failed')));
  if (unread.length) pieces.push(notice('warning', say('rescue.unread.failed', { n: unread.length })));
  if (dossiers.length) pieces.push(button('primary', say('rescue.save_all'), () => deeds.save(dossiers)), button('secondary', say('rescue.print'), () => print()));
  if (unread.length) pieces.push(button('secondary', say('rescue.save_unread'), () => deeds.saveUnread(unread)));
  pieces.push(...dossiers.map((dossier, index) => card(dossier, `viec-${index}`, deeds)));
  document.getElementById('found')?.replaceChildren(...pieces);
}

/** One sentence that is shown and read out. */
export function report(sentence: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = sentence;
}

function card(dossier: StoredDossier, id: string, deeds: Deeds): HTMLElement {
  const { title, facts, answers, papers, notices } = describe(dossier);
  return make('article', { class: 'card', 'aria-labelledby': id }, [
    make('h2', { id }, title),
    ...notices.map((name) => notice('warning', say(name))),
    ...facts.length ? [pairs('facts', facts)] : [],
    make('h3', {}, say('rescue.answers')),
    answers.length ? pairs('facts prose', answers) : make('p', {}, say('rescue.no_answers')),
    ...papers.length ? [make('h3', {}, say('rescue.papers')), list(papers)] : [],
    saveOne(title, () => deeds.save([dossier])),
  ]);
}

/** Read out, the button says which one; the eye sees where it stands. */
function saveOne(title: string, onPress: () => void): HTMLElement {
  const made = button('secondary', say('rescue.save_one'), onPress);
  made.setAttribute('aria-label', `${say('rescue.save_one')}: ${title}`);
  return made;
}
