// Names of the files that belong to this page: data-* attributes of the first script, written at build time.

export type AssetName = 'app' | 'css' | 'core' | 'coreLate' | 'start' | 'finder' | 'log' | 'painter' | 'painterWasm' | 'font400' | 'font600' |
  'procedure' | 'catalogue' | 'hosts' | 'offline' | 'retry';

/** Address or value; nothing when the page has none of that name. */
export function asset(name: AssetName): string | undefined {
  return document.querySelector<HTMLElement>('script[data-app]')?.dataset[name];
}
