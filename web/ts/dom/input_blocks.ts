// Blocks that take an answer: choices and fields. The inputs are the browser's own, in both views.
import type { ChoiceOption, Choices, Field } from '../screen.js';
import { icon } from './icon.js';
import { el, idOf, type Wanted } from './node.js';

export function choices(block: Choices): Wanted {
  const error = block.id + '/error';
  return el('fieldset', {
    class: 'choices' + (block.compact ? ' compact' : '') + (block.many ? ' many' : ''), 'data-b': block.id,
    'aria-describedby': block.error ? idOf(error) : undefined,
  }, [
    el('legend', { class: block.legend_hidden ? 'hidden' : undefined, 'data-k': block.id + '/legend' }, block.legend),
    !!block.error && el('p', { class: 'error', id: idOf(error), 'data-k': error }, block.error),
    ...block.options.map((option, index) => choiceOption(block, option, `${block.id}/${index}`)),
  ]);
}

/** The input lies over its whole row, so that the row is one large target. */
function choiceOption(block: Choices, option: ChoiceOption, key: string): Wanted {
  return el('div', { class: 'option', 'data-k': key }, [
    el('input', {
      type: block.many ? 'checkbox' : 'radio', id: idOf(key), name: idOf(block.id), value: option.value,
      checked: option.checked, autocomplete: 'off', 'data-action': option.action,
    }),
    el('label', { for: idOf(key) }, [
      el('span', { class: 'label', 'data-k': key + '/label' }, option.label),
      !!option.hint && el('span', { class: 'hint', 'data-k': key + '/hint' }, option.hint),
    ]),
  ]);
}

/** Dates are typed as people write them here, day first; the core reads them. */
export function field(block: Field): Wanted {
  const hint = block.id + '/hint';
  const error = block.id + '/error';
  const describedBy = [block.hint && idOf(hint), block.error && idOf(error)].filter(Boolean).join(' ');
  return el('div', { class: 'field', 'data-b': block.id }, [
    el('label', {
      class: block.label_hidden ? 'hidden' : undefined, for: idOf(block.id), 'data-k': block.id + '/label',
    }, block.label),
    !!block.hint && el('p', { class: 'hint', id: idOf(hint), 'data-k': hint }, block.hint),
    !!block.error && el('p', { class: 'error', id: idOf(error), 'data-k': error }, block.error),
    el('div', { class: looksUp(block) ? 'box look' : 'box' }, [looksUp(block) && icon('search'), fieldInput(block, describedBy)]),
    suggestionList(block),
  ]);
}

function looksUp(block: Field): boolean {
  return block.kind === 'search' || block.kind === 'place';
}

/** What is typed is the person's alone: no checker, translator or corrector gets to see it. */
function fieldInput(block: Field, describedBy: string): Wanted {
  return el('input', {
    id: idOf(block.id), 'data-k': block.id, 'data-kind': block.kind, type: block.kind === 'search' ? 'search' : 'text',
    value: block.value, inputmode: block.keys,
    enterkeyhint: block.kind === 'search' ? 'search' : 'next', autocomplete: block.autocomplete || 'off',
    autocapitalize: block.name ? 'words' : 'off', autocorrect: 'off', spellcheck: 'false', translate: 'no', 'aria-describedby': describedBy,
    'aria-invalid': block.error ? 'true' : undefined, 'data-action': block.action,
  });
}

function suggestionList(block: Field): Wanted | false {
  if (!block.suggestions?.length) return false;
  const items = block.suggestions.map((suggestion, index) => el('li', {}, [
    el('button', { type: 'button', 'data-k': `${block.id}/s/${index}`, 'data-action': suggestion.action },
      suggestion.label),
  ]));
  return el('ul', { class: 'suggestions', role: 'list' }, items);
}
