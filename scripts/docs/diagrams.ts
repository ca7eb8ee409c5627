/**
 * Renders every SVG of `content/assets` to a PNG beside it, since Discord shows no SVG.
 * Usage: `node scripts/docs/diagrams.ts`. Needs Chromium (`CHROMIUM`, default `/usr/bin/chromium`) and Noto Sans CJK.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Page } from 'playwright-core';

const assets = join(import.meta.dirname, '..', '..', 'content', 'assets');

/** The size that an SVG states on its root element, in CSS pixels. */
function sizeOf(svg: string, file: string): { width: number; height: number } {
  const width = Number(/<svg[^>]*\bwidth="(\d+)"/.exec(svg)?.[1]);
  const height = Number(/<svg[^>]*\bheight="(\d+)"/.exec(svg)?.[1]);
  if (!(width > 0 && height > 0))
    throw new Error(`${file}: give the <svg> element a width and a height in pixels`);
  return { width, height };
}

async function render(page: Page, file: string): Promise<string> {
  const svg = await readFile(join(assets, file), 'utf8');
  const size = sizeOf(svg, file);
  const target = join(assets, file.replace(/\.svg$/, '.png'));
  await page.setViewportSize(size);
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: target, clip: { x: 0, y: 0, ...size } });
  const { size: bytes } = await stat(target);
  return `${target}: ${size.width}×${size.height}, ${Math.round(bytes / 1024)} kB`;
}

const { CHROMIUM = '/usr/bin/chromium' } = process.env;
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage();
  const files = (await readdir(assets)).filter((name) => name.endsWith('.svg')).sort();
  for (const file of files) console.log(await render(page, file));
} finally {
  await browser.close();
}
