// The boot guard: what the content security policy cannot stop. It guards against our own mistakes and against
// content, not against a script that already runs with our rights.

/** Hosts that links may lead to, and the link a person has just used. */
interface Leave {
  hosts: string[];
  href: string;
  until: number;
}

/** Long enough for the browser to start the navigation that a click asks for. */
const graceMs = 1000;

/** Must run before any other script. `hosts` are the only foreign ones a link may lead to. */
export function guard(hosts: string[]): void {
  removeChannels();
  const leave: Leave = { hosts, href: '', until: 0 };
  for (const type of ['click', 'auxclick']) addEventListener(type, (event) => noteLink(event, leave), true);
  watchNavigation(leave);
  wrapOpen(leave);
}

/** Ways out that `connect-src` does not cover. */
function removeChannels(): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport']) {
    try {
      Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
    } catch { /* a browser that locks the name; the policy still holds */ }
  }
}

function noteLink(event: Event, leave: Leave): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || isOurs(link.href)) return;
  const listed = event.isTrusted && isListed(link.href, leave);
  if (!listed) return event.preventDefault();
  leave.href = link.href;
  leave.until = performance.now() + graceMs;
}

function isOurs(href: string): boolean {
  return !/^https?:/.test(href) ? /^(tel|mailto|blob):/.test(href) : new URL(href).origin === location.origin;
}

function isListed(href: string, leave: Leave): boolean {
  const url = new URL(href);
  return url.protocol === 'https:' && leave.hosts.includes(url.host);
}

function mayLeave(href: string, leave: Leave): boolean {
  return isOurs(href) || (href === leave.href && performance.now() < leave.until);
}

interface Navigation extends EventTarget {}
interface NavigateEvent extends Event { destination: { url: string } }

function watchNavigation(leave: Leave): void {
  const navigation = (globalThis as { navigation?: Navigation }).navigation;
  navigation?.addEventListener('navigate', (event) => {
    if (!mayLeave((event as NavigateEvent).destination.url, leave)) event.preventDefault();
  });
}

function wrapOpen(leave: Leave): void {
  const open = window.open.bind(window);
  window.open = (url, ...rest) => {
    const href = new URL(String(url ?? ''), location.href).href;
    return mayLeave(href, leave) ? open(href, ...rest) : null;
  };
}
