// The three machines of design section 11, and how a browser is made to be one of them.

/** Slow-down of the processor, bits a second and delay in ms; 0 is "as it is". */
export const profiles = {
  fast: { cpu: 1, bits: 0, delay: 0 },
  tablet: { cpu: 4, bits: 10_000_000, delay: 40 },
  phone: { cpu: 6, bits: 1_600_000, delay: 150 },
};

/** Slows one page down. */
export async function slowDown(page, { cpu, bits, delay }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  if (bits) await session.send('Network.emulateNetworkConditions', { offline: false, latency: delay, downloadThroughput: bits / 8, uploadThroughput: bits / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** The value below which the share `part` (0 to 1) of `values` lies. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))];
}
