// The two views. Plain: the page as the browser lays it out, complete by itself. Canvas: the same elements, see-through,
// over a drawing of the painter. Everything that goes wrong with the drawing ends in the plain view, with nothing lost.
//  - the canvas takes over when another screen comes, never under a hand that types or scrolls
//  - a graphics context that is lost is waited for: its text is shown by the browser, in the same places, until it is back
//  - a device that cannot keep up goes on in the plain view for good, unless the person has chosen the drawing
//  - nothing is drawn unless something has changed; changes of one frame are drawn together
import icons from '../../shell/icons.json';
import type { Look, Painter } from './canvas.js';
import { placeInSight, startHolding } from './dom/hold.js';
import { plainText } from './dom/patch.js';
import { Health } from './health.js';
import { isChosen, readPreferences } from './preferences.js';
import type { Screen } from './screen.js';

const root = document.documentElement;

/** A hand that moved less than so long ago is still at it. */
const busyMs = 150;

/** A graphics context that is not back after so long is not waited for. */
const lossMs = 1000;

export class View {
  private painter: Painter | undefined;
  private screen: Screen | undefined;
  private wanted = readPreferences().view;
  private fetching = false;
  private paused = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly health = new Health();
  private frame = 0;
  /** Set when everything has to be laid out anew: what follows then. */
  private relayout: (() => void) | undefined;
  private lastMove = -Infinity;

  /** `onSlow`: the drawing cannot keep up with this device. */
  constructor(private readonly onSlow: () => void) {
    const forced = matchMedia('(forced-colors: active)');
    forced.addEventListener('change', () => forced.matches && this.toPlain());
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
      matchMedia(query).addEventListener('change', () => this.restyle());
    }
    for (const type of ['scroll', 'touchmove', 'wheel', 'input']) {
      addEventListener(type, (event) => this.onMove(event), { passive: true, capture: true });
    }
    addEventListener('resize', () => this.restyle());
    startHolding();
  }

  /** Shows a screen: `patch` changes the elements and gives what follows once they stand in their places. */
  show(screen: Screen, patch: () => () => void): void {
    const arriving = this.screen !== undefined && this.screen.id !== screen.id;
    this.screen = screen;
    const finish = patch();
    if (arriving && this.mayTakeOver()) root.dataset['view'] = 'canvas';
    if (this.drawn()) this.layout();
    finish();
    if (this.drawn()) this.paint();
    this.fetchPainter();
  }

  /** The person's choice, "canvas" or "plain": plain at once, canvas with the next screen. */
  choose(view: string): void {
    this.wanted = view;
    if (view === 'plain') this.toPlain();
    else this.fetchPainter();
  }

  /** Size, text size or colours have changed. */
  restyle(): void {
    const putBack = placeInSight();
    if (!this.drawn()) return putBack();
    this.relayout = putBack;
    this.askForFrame();
  }

  /** No drawing any more on this page. */
  drop(): void {
    this.toPlain();
    this.painter = undefined;
    this.wanted = 'plain';
  }

  private pause(): void {
    if (this.health.isTooFrail(performance.now())) return this.drop();
    this.paused = true;
    if (!this.drawn()) return;
    root.dataset['paused'] = '';
    this.waiting = setTimeout(() => this.toPlain(), lossMs);
  }

  private resume(): void {
    this.paused = false;
    clearTimeout(this.waiting);
    delete root.dataset['paused'];
    if (this.drawn()) this.paint();
  }

  private drawn(): boolean {
    return root.dataset['view'] === 'canvas';
  }

  private mayTakeOver(): boolean {
    return this.painter !== undefined && !this.paused && this.allowed() && performance.now() - this.lastMove > busyMs;
  }

  private allowed(): boolean {
    return this.wanted !== 'plain' && !matchMedia('(forced-colors: active)').matches;
  }

  private toPlain(): void {
    if (!this.drawn()) return;
    root.dataset['view'] = 'plain';
    delete root.dataset['paused'];
    this.painter?.clear();
  }

  private onMove({ type, target }: Event): void {
    const ticking = target instanceof HTMLInputElement && /radio|checkbox/.test(target.type);
    if (!ticking) this.lastMove = performance.now();
    if (type === 'scroll') this.askForFrame();
  }

  /** After the first screen of the core, so that it never competes with what is needed to answer. */
  private fetchPainter(): void {
    if (this.fetching || !this.allowed() || document.hidden) return;
    this.fetching = true;
    const begin = (): void => void import('./canvas.js').then(({ startPainter }) => startPainter({
      onPause: () => this.pause(), onResume: () => this.resume(), onLost: () => this.drop(),
    }, plainText, icons)).then((painter) => { this.painter = painter; }, () => this.drop());
    if ('requestIdleCallback' in globalThis) requestIdleCallback(begin, { timeout: 2000 });
    else setTimeout(begin, 200);
  }

  private askForFrame(): void {
    if (this.frame || !this.drawn()) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.drawn()) return;
      this.relay();
      this.paint();
    });
  }

  /** Where the size or the like has changed. */
  private relay(): void {
    const putBack = this.relayout;
    if (!putBack) return;
    this.layout();
    putBack();
  }

  private layout(): void {
    this.relayout = undefined;
    this.guarded((painter, screen) => painter.layout(screen, look()));
  }

  private paint(): void {
    if (this.paused) return;
    const begun = performance.now();
    this.guarded((painter) => painter.paint());
    if (!isChosen('view')) requestAnimationFrame(() => this.watch(performance.now() - begun));
    if (this.drawn() && !performance.getEntriesByName('danloi:canvas').length) performance.mark('danloi:canvas');
  }

  /** The next frame can begin `ms` after a drawing did. */
  private watch(ms: number): void {
    if (!this.drawn() || document.hidden || !this.health.isTooSlow(ms)) return;
    this.drop();
    this.onSlow();
  }

  /** A painter that traps is dropped, and the page goes on without it. */
  private guarded(work: (painter: Painter, screen: Screen) => void): void {
    try {
      if (this.painter && this.screen) work(this.painter, this.screen);
    } catch {
      this.drop();
    }
  }
}

/** What the layout depends on beside the screen. The body leaves out what a notch or a keyboard on the screen covers. */
function look(): Look {
  const around = getComputedStyle(document.body);
  const both = (one: string, other: string): number => parseFloat(one) + parseFloat(other);
  return {
    width: root.clientWidth - both(around.paddingLeft, around.paddingRight), height: innerHeight - both(around.paddingTop, around.paddingBottom),
    dpr: devicePixelRatio, theme: themeInUse(), scale: Number(root.style.getPropertyValue('--scale')) || 1, easy: root.hasAttribute('data-easy'),
  };
}

function themeInUse(): string {
  const chosen = root.dataset['theme'];
  if (chosen) return chosen;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
