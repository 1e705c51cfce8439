// The two views. Plain: the page as the browser lays it out, complete by itself. Canvas: the same elements, see-through,
// over a drawing of the painter. Everything that goes wrong with the drawing ends in the plain view, with nothing lost.
//  - the canvas takes over when another screen comes, never under a hand that types or scrolls
//  - nothing is drawn unless something has changed; changes of one frame are drawn together
import type { Painter } from './canvas.js';
import { plainText } from './dom/patch.js';
import { readPreferences } from './preferences.js';
import type { Screen } from './screen.js';

const root = document.documentElement;

/** A hand that moved less than so long ago is still at it. */
const busyMs = 150;

/** A painter that takes longer than this, so many times in a row, is dropped. */
const slowMs = 250;
const slowTimes = 4;

export class View {
  private painter: Painter | undefined;
  private screen: Screen | undefined;
  private wanted = readPreferences().view;
  private fetching = false;
  private paused = false;
  private frame = 0;
  private relayout = false;
  private lastMove = -Infinity;
  private slow = 0;

  constructor() {
    const forced = matchMedia('(forced-colors: active)');
    forced.addEventListener('change', () => forced.matches && this.toPlain());
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
      matchMedia(query).addEventListener('change', () => this.restyle());
    }
    for (const type of ['scroll', 'touchmove', 'wheel', 'input']) {
      addEventListener(type, (event) => this.onMove(event), { passive: true, capture: true });
    }
    addEventListener('resize', () => this.restyle());
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
    this.relayout = true;
    this.askForFrame();
  }

  /** No drawing any more on this page. */
  drop(): void {
    this.toPlain();
    this.painter = undefined;
    this.wanted = 'plain';
  }

  private pause(paused: boolean): void {
    this.paused = paused;
    if (paused) this.toPlain();
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
      onPause: () => this.pause(true), onResume: () => this.pause(false), onLost: () => this.drop(),
    }, plainText)).then((painter) => { this.painter = painter; }, () => this.drop());
    if ('requestIdleCallback' in globalThis) requestIdleCallback(begin, { timeout: 2000 });
    else setTimeout(begin, 200);
  }

  private askForFrame(): void {
    if (this.frame || !this.drawn()) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.drawn()) return;
      if (this.relayout) this.layout();
      this.paint();
    });
  }

  private layout(): void {
    this.relayout = false;
    this.guarded((painter, screen) => painter.layout(screen, look()));
  }

  private paint(): void {
    const begun = performance.now();
    this.guarded((painter) => painter.paint(scrollY));
    this.slow = performance.now() - begun > slowMs ? this.slow + 1 : 0;
    if (this.slow >= slowTimes) this.drop();
    if (this.drawn() && !performance.getEntriesByName('danloi:canvas').length) performance.mark('danloi:canvas');
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

/** What the layout depends on beside the screen. */
function look(): { width: number; height: number; scale: number; dpr: number; theme: string } {
  return {
    width: root.clientWidth, height: innerHeight, dpr: devicePixelRatio, theme: themeInUse(),
    scale: Number(root.style.getPropertyValue('--scale')) || 1,
  };
}

function themeInUse(): string {
  const chosen = root.dataset['theme'];
  if (chosen) return chosen;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
