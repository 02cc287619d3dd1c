import { launchBrowser, servePage } from '../browser';

/*
 * Scrolls 512 × 512 × 200 voxels with dose wash, five isodoses and 20 outlines, three views on the screen, and prints
 * the time from frame to frame. "free" is without the screen's 60 frames a second: the time that a frame itself takes.
 */

const at = (times: readonly number[], part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))];

interface Measured {
  readonly times: readonly number[];
  /** Processor time of the page's main thread in a frame: unlike the others, not longer where other programs are at work. */
  readonly busyMs: number;
}

function print(what: string, { times: unsorted, busyMs }: Measured): void {
  const times = [...unsorted].sort((a, b) => a - b);
  const [median, late] = [at(times, 0.5), at(times, 0.95)].map((ms) => ms.toFixed(1));
  console.log(`${what.padEnd(40)} median ${median} ms, 95th percentile ${late} ms; main thread ${busyMs.toFixed(1)} ms a frame`);
}

async function run(name: string, url: string, flags: readonly string[]): Promise<void> {
  const browser = await launchBrowser(flags);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(url);
    await page.waitForFunction(() => window.ready, undefined, { timeout: 120_000 });
    await page.waitForTimeout(1500);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => {
      const { metrics } = await devTools.send('Performance.getMetrics');
      return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0);
    };
    const measured = async (act: () => Promise<number[]>): Promise<Measured> => {
      const before = await busy();
      const times = await act();
      return { times, busyMs: ((await busy()) - before) / times.length };
    };
    const scroll = (view: string) => measured(() => page.evaluate((which) => window.turnWheel(which, 100), view));
    print(`${name}: axial, slices not seen before`, await scroll('axial'));
    await page.locator('[data-view=axial] [data-part=stage]').press('Home');
    await page.waitForTimeout(300);
    print(`${name}: axial, slices seen before`, await scroll('axial'));
    print(`${name}: coronal, not seen before`, await scroll('coronal'));
    print(`${name}: crosshair dragged in axial`, await measured(() => page.evaluate(() => window.drag(100))));
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
