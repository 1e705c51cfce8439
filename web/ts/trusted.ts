// The one Trusted Types policy of the page: addresses of workers, which are files of this site.
import { bridge } from './bridge.js';

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(path: string): string }): { createScriptURL(path: string): unknown };
}

/** The address as `new Worker` and `register` want it. Only a path of this site passes. */
export function workerUrl(path: string): string {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  if (!types) return checked(path);
  const policy = bridge().workers ??= types.createPolicy('sw-url', { createScriptURL: checked });
  return policy.createScriptURL(path) as string;
}

function checked(path: string): string {
  if (!/^\/(sw\.js|assets\/[a-z]+\.[0-9a-f]+\.js)$/.test(path)) throw new TypeError(`no worker: ${path}`);
  return path;
}
