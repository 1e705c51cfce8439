// The service worker: keeps one release on the device and serves each tab from the release it belongs to.
//  - installed whole or not at all; waits until the last tab is closed or a person asks for it
//  - touches caches only, never what people entered
import { Answers } from './offline/answer.js';
import { Kept } from './offline/kept.js';
import { Rest } from './offline/rest.js';
import { Tabs } from './offline/tabs.js';

declare const self: ServiceWorkerGlobalScope;

/** How long a tab may take to write what was typed before a new release is used; a frozen tab never answers. */
const flushMs = 2000;

const own = new Kept('__RELEASE__'); // deploy/release.mjs writes the id of the release here
const rest = new Rest(own);
const tabs = new Tabs(own.id);
const answers = new Answers(own, tabs);

self.addEventListener('install', (event) => event.waitUntil(own.install()));
self.addEventListener('activate', (event) => event.waitUntil(windows().then((all) => tabs.takeOver(all.map(({ id }) => id)))));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === 'navigate' ? answers.page(event) : answers.file(event));
});

/** What pages say; see web/ts/offline.ts and web/ts/device/release.ts. Those that bring a port are answered through it. */
self.addEventListener('message', (event) => {
  const { t, rest: wanted } = event.data as { t: string; rest?: boolean };
  if (t === 'started') event.waitUntil(settle(wanted === true));
  if (t === 'use') event.waitUntil(use());
  if (t === 'rest?') event.waitUntil(rest.progress().then((progress) => event.ports[0]?.postMessage(progress)));
  if (t === 'rest') event.waitUntil(rest.fetch((progress) => event.ports[0]?.postMessage(progress)));
  if (t === 'pause') rest.pause();
});

/** A page is up and has nothing better to do. */
async function settle(wanted: boolean): Promise<void> {
  // A release that is arriving or waiting has a cache that no tab belongs to yet.
  const { installing, waiting } = self.registration;
  if (!installing && !waiting) await tabs.tidy((await windows(true)).map(({ id }) => id));
  if (wanted) await rest.fetch();
}

/** A person wants this release: every tab writes what it has first. */
async function use(): Promise<void> {
  await Promise.all((await windows(true)).map(flushed));
  await self.skipWaiting();
}

function flushed(client: Client): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, flushMs);
    client.postMessage({ t: 'flush' }, [port2]);
  });
}

/** Tabs that this worker serves; with `all`, also those it does not. */
function windows(all = false): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: all });
}
