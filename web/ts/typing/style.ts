// How the keyboard on the screen looks. It comes with the keyboard, so that nobody else has to fetch it.

const rules = `
:root[data-keys][data-view=plain] { scroll-padding-bottom: calc(16px + var(--below)); }
:root[data-keys][data-view=plain] #foot { position: static; }
#keys {
  position: fixed; z-index: 3; inset: auto 0 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(48px, 1fr)); gap: 2px;
  max-height: 55vh; padding: 4px calc(4px + var(--safe-right)) calc(4px + var(--safe-bottom)) calc(4px + var(--safe-left)); overflow-y: auto; background: var(--page); border-top: 1px solid var(--control); touch-action: manipulation;
}
#keys[hidden] { display: none; }
#keys button {
  min-width: 48px; min-height: 48px; padding: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--text);
  font: inherit; font-size: 20px; cursor: pointer;
}
#keys [data-kind=tone] { font-size: 15px; }
#keys [data-kind=space] { grid-column: span 2; }
#keys [data-kind=done] { grid-column: span 2; }
#keys [data-kind=go] { grid-column: span 3; font-weight: 600; }
#keys :is([data-kind=go], [data-kind=done]:last-child) { background: var(--primary); color: var(--on-primary); }
#keys [aria-pressed=true] { background: var(--primary); color: var(--on-primary); }
#keys button:focus-visible { outline: 3px solid var(--primary); outline-offset: -4px; }
#keys :is([data-kind=go], [data-kind=done]:last-child, [aria-pressed=true]):focus-visible { outline-color: var(--on-primary); }
@media print { #keys { display: none; } }
`;

export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}
