// Whoever is measured: the browser, and a person who answers what is shown.

export const flags = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** In the page: answers what is shown and goes on. False when nothing is asked any more. */
export function answerOne() {
  const shown = document.querySelector('#main') ?? document.body;
  const field = shown.querySelector('input:not([type=radio]):not([type=checkbox]):not([type=search])');
  const option = shown.querySelector('input[type=radio],input[type=checkbox]');
  const go = document.querySelector('[data-k="continue"]'); // on a small screen it stands below everything, outside of the content
  if (!go || !(field || option)) return false;
  if (option) option.click();
  else {
    field.value = field.type === 'date' ? '2026-11-01' : field.inputMode === 'numeric' ? '1' : 'Nguyễn An';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  go.click();
  return true;
}
