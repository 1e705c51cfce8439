// What would be brought in, dossier by dossier: how each stands, both values where they differ, and a choice.
import { valueOf, type Choice, type Comparison } from '../backup/merge.js';
import { day, describe } from '../rescue/describe.js';
import { make, notice, pairs, paragraph } from '../rescue/elements.js';
import { metaOf, parsed } from '../rescue/readers.js';
import { say, type TextName } from '../rescue/texts.js';
import type { StoredDossier } from '../storage/records.js';
import { labelOf, valueIn, type Definition } from './words.js';

const choices: Choice[] = ['here', 'there', 'both'];

/** Definitions by hash, of this device and of the file. */
export type Definitions = ReadonlyMap<string, Definition>;

/** The cards, and what is chosen in each of them. */
export class Preview {
  readonly cards: HTMLElement[];
  private readonly chosen: Choice[];

  constructor(readonly comparisons: Comparison[], private readonly definitions: Definitions) {
    this.chosen = comparisons.map(() => 'here');
    this.cards = comparisons.map((comparison, index) => this.card(comparison, index));
  }

  /** What the person wants for the comparison at this place. */
  choice(index: number): Choice {
    return this.chosen[index] ?? 'here';
  }

  private card(comparison: Comparison, index: number): HTMLElement {
    const { there, standing, added, conflicts } = comparison;
    const { title, facts, answers } = describe(asStored(there));
    const since = day(parsed(there.fields['binned']));
    const n = standing === 'adds' ? added.length : conflicts.length;
    return make('article', { class: 'card', 'aria-labelledby': `tep-${index}` }, [
      make('h4', { id: `tep-${index}` }, title),
      ...facts.length ? [pairs('facts', facts)] : [],
      notice(standing === 'differs' || standing === 'newer' ? 'warning' : standing === 'same' ? 'info' : 'ok', say(`device.bring.${standing}` as TextName, { n })),
      ...since && standing === 'new' ? [paragraph(say('device.bring.binned', { date: since }))] : [],
      ...standing === 'differs' ? [this.differences(comparison), this.question(index, title)] : [],
      make('details', {}, [make('summary', {}, say('device.bring.inside')), answers.length ? pairs('facts prose', answers) : paragraph(say('rescue.no_answers'))]),
    ]);
  }

  /** Both values of each field that differs, side by side. */
  private differences({ here, there, conflicts }: Comparison): HTMLElement {
    const mine = here ?? there;
    const [own, other] = [mine, there].map((one) => this.definitions.get(metaOf(asStored(one)).hash));
    return make('dl', { class: 'both' }, conflicts.map((field) => {
      let [a, b] = [valueIn(field, mine, own), valueIn(field, there, other)];
      if (a === b) [a, b] = [valueOf(mine, field), valueOf(there, field)]; // the words do not tell them apart
      return make('div', {}, [make('dt', {}, labelOf(field, own ?? other)), side('device.bring.here', a), side('device.bring.there', b)]);
    }));
  }

  private question(index: number, title: string): HTMLElement {
    const options = choices.map((choice) => {
      const id = `chon-${index}-${choice}`;
      const input = make('input', { type: 'radio', id, name: `chon-${index}`, value: choice, autocomplete: 'off' }) as HTMLInputElement;
      input.checked = choice === 'here';
      input.addEventListener('change', () => { this.chosen[index] = choice; });
      const hint = say(`device.choice.${choice}.hint`);
      return make('div', { class: 'option' }, [input, make('label', { for: id }, [make('span', { class: 'label' }, say(`device.choice.${choice}`)), make('span', { class: 'hint' }, hint)])]);
    });
    return make('fieldset', { class: 'choices' }, [make('legend', {}, [say('device.choice.legend'), make('span', { class: 'hidden' }, ` ${title}`)]), ...options]);
  }
}

function side(caption: TextName, value: string): HTMLElement {
  return make('dd', {}, [make('span', { class: 'hint' }, say(caption)), make('span', {}, value)]);
}

/** A dossier of the file, as the list above describes those of the device. */
function asStored({ id, fields }: Comparison['there']): StoredDossier {
  return { id, fields, readonly: false };
}
