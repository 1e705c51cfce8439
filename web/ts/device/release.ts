// Everything needed without a network, fetched on request by the service worker (web/ts/offline/rest.ts).
import type { Progress } from '../offline/rest.js';
import { button, make, notice, paragraph, section } from '../rescue/elements.js';
import { say, type TextName } from '../rescue/texts.js';
import { workerUrl } from '../trusted.js';
import { serviceWorkers } from '../workers.js';

const reasons: Record<Exclude<Progress['why'], ''>, TextName> = {
  network: 'device.rest.network.failed', full: 'device.rest.full.failed', changed: 'device.rest.changed.failed', paused: 'device.rest.paused',
};

/** The part of the page; says nothing can be done where the browser has no service worker. */
export function release(): HTMLElement {
  const serviceWorker = serviceWorkers();
  if (!serviceWorker) return section('ngoai-mang', say('device.rest.title'), say('device.rest.none'), []);
  return new Download(serviceWorker).element;
}

class Download {
  private readonly words = make('p', { id: 'rest-words' });
  private readonly bar = make('progress', { 'aria-labelledby': 'rest-words' }) as HTMLProgressElement;
  private readonly said = make('div', { role: 'status' });
  private readonly press: HTMLButtonElement = button('primary', say('device.rest.start'), () => void this.turn());
  readonly element = section('ngoai-mang', say('device.rest.title'), say('device.rest.lead'),
    [make('div', { class: 'progress' }, [this.words, this.bar]), this.said, this.press]);
  private working = false;

  constructor(private readonly workers: ServiceWorkerContainer) {
    this.words.textContent = say('device.rest.unknown');
    this.bar.hidden = true;
    void this.look();
  }

  /** How much is here already. Asks a worker that is there, and brings none. */
  private async look(): Promise<void> {
    const worker = (await this.workers.getRegistration().catch(() => undefined))?.active;
    if (worker) ask(worker, { t: 'rest?' }, (progress) => {
      this.show(progress);
      if (progress.working) ask(worker, { t: 'rest' }, (later) => this.show(later)); // begun by the app: followed from here on
    });
  }

  /** The one button: starts, or lets it rest. */
  private async turn(): Promise<void> {
    try {
      const worker = await this.worker();
      if (this.working) return worker.postMessage({ t: 'pause' });
      this.said.replaceChildren();
      ask(worker, { t: 'rest' }, (progress) => this.show(progress));
    } catch {
      this.said.replaceChildren(notice('warning', say(reasons.network)));
    }
  }

  /** A first visit may begin on this page: then the worker is fetched now. */
  private async worker(): Promise<ServiceWorker> {
    const registration = await this.workers.getRegistration() ?? await this.workers.register(workerUrl('/sw.js'), { updateViaCache: 'none' });
    if (registration.active) return registration.active;
    this.words.textContent = say('device.rest.preparing');
    return inUse(registration.installing ?? registration.waiting);
  }

  private show({ files, of, bytes, ofBytes, working, why }: Progress): void {
    const complete = of > 0 && files === of;
    this.working = working && !complete;
    this.press.textContent = say(this.working ? 'device.rest.pause' : files && why ? 'device.rest.on' : 'device.rest.start');
    this.press.hidden = complete;
    this.bar.hidden = !of;
    this.bar.max = Math.max(ofBytes, 1);
    this.bar.value = bytes;
    if (of) this.words.textContent = complete ? say('device.rest.whole', { of }) : say('device.rest.count', { files, of, rest: megabytes(ofBytes - bytes) });
    if (complete) this.said.replaceChildren(notice('ok', say('device.rest.done')));
    else if (why && !working) this.said.replaceChildren(why === 'paused' ? paragraph(say(reasons[why])) : notice('warning', say(reasons[why])));
  }
}

/** Rejects when the worker could not be installed. */
function inUse(worker: ServiceWorker | null): Promise<ServiceWorker> {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error('no worker'));
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker);
      if (worker.state === 'redundant') reject(new Error('not installed'));
    });
  });
}

function ask(worker: ServiceWorker, message: { t: string }, hear: (progress: Progress) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Progress>) => hear(data);
  worker.postMessage(message, [port2]);
}

/** One decimal place, as it is written in the language of the page. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
