// The worker around the log: one call after the other, answered by number.
import { Log } from './log.js';

const log = new Log();
let tail: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<{ id: number; call: keyof Log; given: unknown[] }>) => {
  const { id, call, given } = data;
  tail = tail.then(async () => {
    try {
      const result = await (log[call] as (...given: unknown[]) => Promise<unknown>).apply(log, given);
      postMessage({ id, result });
    } catch (reason) {
      postMessage({ id, fault: reason instanceof Error || reason instanceof DOMException ? reason.name : 'UnknownError' });
    }
  });
});
