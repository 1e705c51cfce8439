// A message of the page itself, above everything else, with one thing to do. Needs neither core nor style sheet.

/** Shows one message; a second one takes its place. `action` names the button. */
export function showNote(message: string, action: string, onAction: () => void): void {
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
  document.body.prepend(note);
}

export function hideNote(): void {
  document.getElementById('note')?.remove();
}
