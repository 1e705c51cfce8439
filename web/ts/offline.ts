// The page's side of the service worker (sw.ts): registers it, tells it when the page is idle, and asks the person before
// a new release is used. Loaded when the page has nothing better to do.
import { showNote } from './note.js';
import { serviceWorkers } from './workers.js';

const texts = {
  vi: {
    fresh: 'Đã có bản mới của Dẫn Lối. Những gì bạn đã điền vẫn được giữ. Mời bạn bấm khi thấy tiện.',
    use: 'Dùng bản mới',
    elsewhere: 'Bản mới của Dẫn Lối đã được dùng ở một trang khác. Bạn cứ làm tiếp ở đây, khi nào tiện mời bạn tải lại trang.',
    reload: 'Tải lại trang',
    unsaved: 'Máy này chưa lưu được những gì bạn vừa điền, nên Dẫn Lối chưa chuyển sang bản mới. Mời bạn thử lại sau ít phút.',
    offline: 'Máy đang không có mạng, và trang bạn tìm chưa có sẵn trên máy này. Những thủ tục đã mở trước đây vẫn dùng được. Mời bạn thử lại khi có mạng. Cảm ơn bạn.',
    retry: 'Thử lại',
  },
  en: {
    fresh: 'A new version of Dẫn Lối is ready. What you have filled in is kept. Please press the button when it suits you.',
    use: 'Use the new version',
    elsewhere: 'The new version of Dẫn Lối is in use on another page. You can go on here, and reload this page when it suits you.',
    reload: 'Reload the page',
    unsaved: 'What you have just filled in could not be saved on this device yet, so the version was not changed. Please try again in a few minutes.',
    offline: 'This device has no network, and the page you asked for is not on it yet. Procedures opened before still work. Please try again when there is a network. Thank you.',
    retry: 'Try again',
  },
};

const say = texts[document.documentElement.lang === 'en' ? 'en' : 'vi'];

/** Saves what is waiting; true when the page may go without losing anything. */
type Safe = () => Promise<boolean>;

/** This tab has asked for the new release itself. */
let agreed = false;

/** Never fails: without a worker the app needs a network and is otherwise the same. `workerUrl`: the page's one policy for that. */
export async function startOffline(safe: Safe, workerUrl: (path: string) => string): Promise<void> {
  sayWhyHome();
  const serviceWorker = serviceWorkers();
  if (!serviceWorker) return;
  serviceWorker.addEventListener('message', (event) => void answerFlush(event, safe));
  serviceWorker.addEventListener('controllerchange', () => {
    if (!agreed) atRest(() => note(say.elsewhere, say.reload, () => void reload(safe)));
  });
  serviceWorker.startMessages();
  try {
    const registration = await serviceWorker.register(workerUrl('/sw.js'), { updateViaCache: 'none' });
    watch(registration, safe);
    (await serviceWorker.ready).active?.postMessage({ t: 'started', rest: !savesData() });
  } catch { /* refused by the browser, or no network at the first visit: the next start tries again */ }
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

function watch(registration: ServiceWorkerRegistration, safe: Safe): void {
  const offer = (): void => { if (registration.waiting && registration.active) note(say.fresh, say.use, () => void use(registration, safe)); };
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => { if (installing.state === 'installed') atRest(offer); });
  });
  offer();
}

/** The person agrees: nothing may be waiting to be written, then this page starts again in the new release. */
async function use(registration: ServiceWorkerRegistration, safe: Safe): Promise<void> {
  const { waiting } = registration;
  if (!waiting) return reload(safe);
  if (!await safe()) return note(say.unsaved, say.retry, () => void use(registration, safe));
  agreed = true;
  waiting.addEventListener('statechange', () => { if (waiting.state === 'activated') void reload(safe); });
  waiting.postMessage({ t: 'use' });
}

async function reload(safe: Safe): Promise<void> {
  if (await safe()) location.reload();
  else note(say.unsaved, say.retry, () => void reload(safe));
}

/** Another tab is about to use the new release, and should find everything that was typed in this one. */
async function answerFlush(event: MessageEvent, safe: Safe): Promise<void> {
  if ((event.data as { t?: string }).t !== 'flush') return;
  await safe();
  event.ports[0]?.postMessage(true);
}

/** The worker leads here when a page cannot be had. The app has put the plain address in its place by now. */
function sayWhyHome(): void {
  const [arrival] = performance.getEntriesByType('navigation');
  const wanted = new URL(arrival?.name ?? location.href).searchParams.get('offline');
  if (wanted !== null) note(say.offline, say.retry, () => { if (/^\/(?!\/)/.test(wanted)) location.assign(wanted); });
}

/** Never moves the page under a hand: when nobody looks, else with the next screen. */
function atRest(then: () => void): void {
  if (document.hidden) return then();
  const once = (): void => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', once);
    then();
  };
  const observer = new MutationObserver(once);
  observer.observe(document.head, { childList: true, characterData: true, subtree: true }); // every screen has a title
  document.addEventListener('visibilitychange', once);
}

/** A message of somebody else is more urgent; one of ours gives way to the next. */
let ours: HTMLElement | null = null;
function note(message: string, action: string, onAction: () => void): void {
  const present = document.getElementById('note');
  if (present && present !== ours) return;
  showNote(message, action, onAction);
  ours = document.getElementById('note');
  if (ours) ours.dataset['tone'] = 'info'; // nothing has gone wrong
}
