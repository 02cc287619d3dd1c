import { launchBrowser, servePage } from '../browser';

/*
 * Scrolls 512 × 512 × 200 voxels with dose wash, five isodoses and 20 outlines, three views on the screen, and prints
 * the time from frame to frame. "free" is without the screen's 60 frames a second: the time that a frame itself takes.
 */

const at = (times: readonly number[], part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))];

function print(what: string, unsorted: readonly number[]): void {
  const times = [...unsorted].sort((a, b) => a - b);
  console.log(`${what.padEnd(44)} median ${at(times, 0.5).toFixed(1)} ms, 95th percentile ${at(times, 0.95).toFixed(1)} ms`);
}

async function run(name: string, url: string, flags: readonly string[]): Promise<void> {
  const browser = await launchBrowser(flags);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(url);
    await page.waitForFunction(() => window.ready, undefined, { timeout: 120_000 });
    await page.waitForTimeout(1500);
    const first = await page.evaluate(() => window.turnWheel('axial', 100));
    print(`${name}: axial, slices not seen before`, first);
    await page.locator('[data-view=axial] [data-part=stage]').press('Home');
    await page.waitForTimeout(300);
    print(`${name}: axial, slices seen before`, await page.evaluate(() => window.turnWheel('axial', 100)));
    print(`${name}: coronal, not seen before`, await page.evaluate(() => window.turnWheel('coronal', 100)));
    print(`${name}: crosshair dragged in axial`, await page.evaluate(() => window.drag(100)));
  } finally {
    await browser.close();
  }
}

const site = await servePage('bench');
try {
  await run('60 Hz', site.url, []);
  await run('free', site.url, ['--disable-frame-rate-limit', '--disable-gpu-vsync']);
} finally {
  await site.close();
}
