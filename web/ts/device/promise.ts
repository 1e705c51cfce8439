// What the browser promises about the data of this site, and how much room they take.
import { answerOf, usage } from '../promises.js';
import { button, make, notice, paragraph, section } from '../rescue/elements.js';
import { say } from '../rescue/texts.js';
import { megabytes } from './release.js';

/** The part of the page. */
export function promise(): HTMLElement {
  const said = make('div', { role: 'status' });
  const room = paragraph('');
  const press = button('secondary', say('device.keep.ask'), () => void ask());
  press.hidden = true;

  async function look(): Promise<void> {
    showAnswer(await answerOf('persisted'));
    const used = await usage();
    if (used !== undefined) room.textContent = say(used < 100_000 ? 'device.keep.room.little' : 'device.keep.room', { used: megabytes(used) });
  }

  async function ask(): Promise<void> {
    showAnswer(await answerOf('persist'), true);
  }

  function showAnswer(kept: boolean | undefined, asked = false): void {
    press.hidden = kept !== false;
    const no = asked ? 'device.keep.refused' : 'device.keep.no';
    said.replaceChildren(kept ? notice('ok', say('device.keep.yes')) : notice('info', say(kept === false ? no : 'device.keep.none')));
  }

  void look();
  return section('giu-lau', say('device.keep.title'), say('device.keep.lead'), [said, press, room]);
}
