// What boot.ts has asked for together with the app's own file.
import { asset } from './assets.js';
import { bridge } from './bridge.js';

/** Fails when it does not come. */
export async function early(name: 'core' | 'start'): Promise<Response> {
  const response = await (bridge().early.get(name) ?? fetch(asset(name) ?? ''));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

export async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}
