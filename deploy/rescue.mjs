// Writes the rescue pages: node deploy/rescue.mjs SITE, after the assets are gathered. /vi/cuu-ho/ and /en/cuu-ho/ must open
// when everything else is broken, so they hold no more than a frame, words and one script (web/ts/rescue.ts), which loads the
// other parts of the page when it has shown what is kept.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const site = process.argv[2] ?? 'build/site';
const assets = JSON.parse(readFileSync('build/assets/manifest.json', 'utf8'));
const style = readFileSync('build/assets/critical.css', 'utf8');
const { strings } = JSON.parse(readFileSync('content/rescue.json', 'utf8'));
const path = (lang) => `/${lang}/cuu-ho/`;

function pageIn(lang) {
  const other = lang === 'vi' ? 'en' : 'vi';
  const say = (key) => strings[`rescue.${key}`][lang].replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="${lang}" data-view="plain"><head><meta charset="utf-8"><title>${say('title')} · Dẫn Lối</title>\
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="color-scheme" content="light dark">\
<meta name="robots" content="noindex"><meta name="google" content="notranslate"><style>${style}</style>\
<link rel="stylesheet" href="/assets/${assets['app.css']}"><script type="module" src="/assets/${assets['rescue.js']}" data-log="/assets/${assets['log.js']}"></script>\
<link rel="alternate" hreflang="${other}" href="${path(other)}"><link rel="icon" href="/assets/${assets['icon.svg']}"></head><body>\
<a class="skip" href="#main">${say('skip')}</a><div id="stage" translate="no"><header id="bar">\
<a class="link plain" href="/${lang}/"><span class="label">${say('home')}</span></a>\
<a class="link pill" href="${path(other)}" lang="${other}" hreflang="${other}"><span class="label">${say('language')}</span></a></header>\
<main id="main" tabindex="-1"><h1>${say('title')}</h1><p data-tone="secondary">${say('lead')}</p>\
<a class="link pill" href="#parts"><span class="label">${say('more')}</span></a>\
<noscript><p class="noscript">${say('noscript')}</p></noscript><p id="status" role="status"></p><div id="found"></div><div id="parts"></div></main></div></body></html>\n`;
}

for (const lang of ['vi', 'en']) {
  const folder = join(site, path(lang));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), pageIn(lang));
}
