// A message of the page itself, above everything else, with one thing to do and perhaps somewhere to go. Needs neither core nor style sheet.

const root = document.documentElement;

/** Shows one message; a second one takes its place. `action` names the button, `link` what stands behind it. */
export function showNote(message: string, action: string, onAction: () => void, link?: { label: string; href: string }): void {
  hideNote();
  const note = document.createElement('div');
  note.id = 'note';
  note.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent = message;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button secondary';
  button.textContent = action;
  button.addEventListener('click', onAction);
  note.append(sentence, button);
  if (link) note.append(linkTo(link));
  const skip = document.querySelector('.skip'); // which stays the first thing on the page
  if (skip) skip.after(note);
  else document.body.prepend(note);
  root.style.scrollPaddingTop = `${note.offsetHeight + 24}px`; // what has the focus must not lie below it
}

function linkTo({ label, href }: { label: string; href: string }): HTMLElement {
  const link = document.createElement('a');
  link.className = 'link';
  link.href = href;
  link.textContent = label;
  return link;
}

export function hideNote(): void {
  document.getElementById('note')?.remove();
  root.style.scrollPaddingTop = '';
}
