// Published as /sw.js in place of the service worker when that one does harm: it takes the worker and its caches away
// and leaves everything people entered. Open pages go on with the network; nothing is reloaded.
// To use it: copy it over sw.js of the site that is served, and leave it there until every device has come by.
addEventListener('install', (event) => event.waitUntil(skipWaiting()));

addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('danloi-')).map((name) => caches.delete(name)));
  await registration.unregister();
}
