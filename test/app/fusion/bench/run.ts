import { launchBrowser, servePage } from '../../viewer/browser';

/*
 * Shifts, turns and scrolls two CTs of 512 × 512 × 200 voxels over each other, with 20 outlines of each course and three
 * views on the screen, and prints the time from frame to frame, without the screen's 60 frames a second.
 */

const at = (times: readonly number[], part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))];

const site = await servePage('../fusion/bench');
const browser = await launchBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(site.url);
  await page.waitForFunction(() => window.fusionReady, undefined, { timeout: 120_000 });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Processor time of the page's main thread: unlike the others, not longer where other programs are at work. */
  const busy = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0);
  };
  const print = async (what: string, act: () => Promise<number[]>) => {
    const before = await busy();
    const times = (await act()).sort((a, b) => a - b);
    const busyMs = ((await busy()) - before) / times.length;
    const [median, late] = [at(times, 0.5), at(times, 0.95)].map((ms) => ms.toFixed(1));
    console.log(
      `${what.padEnd(40)} median ${median} ms, 95th percentile ${late} ms; main thread ${busyMs.toFixed(1)} ms a frame`,
    );
  };
  for (const map of ['rigid', 'deformable'] as const) {
    for (const mode of ['blend', 'difference'] as const) {
      await page.evaluate(([which, how]) => window.use(which, how), [map, mode] as const);
      await page.waitForTimeout(1500);
      await print(`${map}, ${mode}: shifted`, () => page.evaluate(() => window.moveIt(100, false)));
      await print(`${map}, ${mode}: turned`, () => page.evaluate(() => window.moveIt(100, true)));
    }
    await print(`${map}: axial, slices not seen before`, () => page.evaluate(() => window.scrollIt('axial', 60)));
    await page.locator('[data-view=axial] [data-part=stage]').press('Home');
    await page.waitForTimeout(500);
  }
} finally {
  await browser.close();
  await site.close();
}
