// One headless Chromium for a test file, and pages of an address that exists only inside it.
import { chromium } from 'playwright-core';

export const origin = 'https://danloi.test';

const flags = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** A page in a context of its own; `files` maps paths to [content type, body]. What is not listed is a 404. */
export async function openPage(browser, files, options = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
  await context.route('**/*', (route) => {
    const file = files[new URL(route.request().url()).pathname];
    if (!file) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ status: 200, contentType: file[0], body: file[1] });
  });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  return { page, faults, context };
}
