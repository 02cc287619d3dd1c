import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { doseColour } from '../../../src/app/viewer/colour-map';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import { launchBrowser, servePage } from './browser';

/** The middle of the plain scene's pictures and their size, mm (across, down). */
const MIDDLE: Record<ViewPlane, readonly [number, number]> = { axial: [0, 20], coronal: [0, -0.75], sagittal: [20, -0.75] };
const SIZE: Record<ViewPlane, readonly [number, number]> = { axial: [256, 256], coronal: [256, 118.5], sagittal: [256, 118.5] };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

describe('the three views in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servePage>>;
  let page: Page;
  let shots: string;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, site, shots] = await Promise.all([launchBrowser(), servePage('page'), mkdtemp(join(tmpdir(), 'views-'))]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    if (shots) await rm(shots, { recursive: true, force: true });
  });
  beforeEach(async () => {
    errors.length = 0;
    page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    await page.goto(`${site.url}?plain`);
    await part('axial', 'position').filter({ hasText: 'mm' }).waitFor();
    await settle();
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  const part = (view: ViewPlane, name: string) => page.locator(`[data-view=${view}] [data-part=${name}]`);
  const boxOf = async (view: ViewPlane): Promise<Box> => (await part(view, 'stage').boundingBox())!;
  const settle = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))));
  const text = async (view: ViewPlane, name: string) => (await part(view, name).textContent()) ?? '';

  /** Where (across, down) is on the screen while the whole picture is shown. */
  const onScreen = (view: ViewPlane, box: Box, across: number, down: number): [number, number] => {
    const k = Math.min(box.width / SIZE[view][0], box.height / SIZE[view][1]);
    return [box.x + box.width / 2 + (across - MIDDLE[view][0]) * k, box.y + box.height / 2 + (down - MIDDLE[view][1]) * k];
  };
  const middleOf = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];

  /** Red, green and blue on the screen. */
  async function screenColours(places: readonly (readonly [number, number])[]): Promise<number[][]> {
    const png = (await page.screenshot({ path: join(shots, 'screen.png') })).toString('base64');
    return page.evaluate(
      async ([data, at]) => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true })!;
        context.drawImage(picture, 0, 0);
        return at.map(([x, y]) => [...context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data.slice(0, 3)]);
      },
      [png, places] as const,
    );
  }
  const near = (colour: readonly number[], wanted: readonly number[], by = 2) =>
    colour.forEach((c, n) => expect(Math.abs(c - wanted[n]), `${colour} for ${wanted}`).toBeLessThanOrEqual(by));
  const grey = (hu: number, centre: number, width: number) => Math.min(255, Math.max(0, ((hu - centre) / width + 0.5) * 255));
  const washed = (level: number, gy: number) => doseColour((gy - 20) / 60).map((c) => 0.5 * c + 0.5 * level);

  it('show the CT through the window, the wash where there is dose and nowhere else', async () => {
    const axial = await boxOf('axial');
    const coronal = await boxOf('coronal');
    const sagittal = await boxOf('sagittal');
    const colours = await screenColours([
      onScreen('axial', axial, -100, 100),
      onScreen('axial', axial, 100, 100),
      onScreen('axial', axial, -50, -20),
      onScreen('axial', axial, 30, -20),
      onScreen('axial', axial, 70, 70),
      onScreen('coronal', coronal, -50, 40),
      onScreen('coronal', coronal, 30, 30),
      onScreen('coronal', coronal, 30, -55),
      onScreen('sagittal', sagittal, 10, 20),
      onScreen('sagittal', sagittal, 110, 20),
      [axial.x + axial.width / 2 - 50, axial.y + 4],
    ]);
    const [dark, light] = [grey(-100, 40, 400), grey(100, 40, 400)];
    near(colours[0], [dark, dark, dark]);
    near(colours[1], [light, light, light]);
    // 15 Gy: below fromGy.
    near(colours[2], [dark, dark, dark]);
    near(colours[3], washed(light, 55), 4);
    // Behind the dose grid.
    near(colours[4], [light, light, light]);
    near(colours[5], [dark, dark, dark]);
    near(colours[6], washed(light, 55), 4);
    near(colours[7], [light, light, light]);
    near(colours[8], washed(light, 40 + 51 / 2), 4);
    near(colours[9], [light, light, light]);
    near(colours[10], [0, 0, 0]);
  });

  it('draw isodoses and outlines at their mm, and the crosshair through its point', async () => {
    const axial = await boxOf('axial');
    const coronal = await boxOf('coronal');
    // 50 Gy is 20 mm to the left; the cylinder reaches from -100 to -40, and from -30 to 30 along the patient.
    const brightest = async (places: [number, number][], channel: (c: readonly number[]) => number) => {
      const seen = (await screenColours(places)).map(channel);
      return seen.indexOf(Math.max(...seen)) - (places.length - 1) / 2;
    };
    const along = ([x, y]: [number, number], dx: number, dy: number): [number, number][] =>
      Array.from({ length: 21 }, (_, n) => [x + dx * (n - 10), y + dy * (n - 10)]);
    const green = (c: readonly number[]) => c[1] - c[0] / 2 - c[2] / 2;
    const magenta = (c: readonly number[]) => c[0] / 2 + c[2] / 2 - c[1];
    const checks = [
      await brightest(along(onScreen('axial', axial, 20, 10), 1, 0), green),
      await brightest(along(onScreen('coronal', coronal, 20, 20), 1, 0), green),
      await brightest(along(onScreen('axial', axial, -100, 20), 1, 0), magenta),
      await brightest(along(onScreen('axial', axial, -70, 50), 0, 1), magenta),
    ];
    for (const off of checks) expect(Math.abs(off)).toBeLessThanOrEqual(1);
    // In the coronal picture through its axis the cylinder is a rectangle.
    const at = onScreen('axial', axial, -70, 20);
    await page.mouse.click(...at);
    await settle();
    const edges = [
      await brightest(along(onScreen('coronal', coronal, -100, 10), 1, 0), magenta),
      await brightest(along(onScreen('coronal', coronal, -40, 10), 1, 0), magenta),
      await brightest(along(onScreen('coronal', coronal, -80, -30), 0, 1), magenta),
      await brightest(along(onScreen('coronal', coronal, -80, 30), 0, 1), magenta),
    ];
    for (const off of edges) expect(Math.abs(off)).toBeLessThanOrEqual(1);
    const cross = await part('coronal', 'cross-down').boundingBox();
    expect(cross!.x).toBeCloseTo(onScreen('coronal', coronal, -70, 0)[0], -0.5);
  });

  it('write the position, the letters, the dose’s name, a scale bar and the doses of the colours on every picture', async () => {
    expect(await text('axial', 'position')).toBe('z 5.0 mm');
    expect(await text('coronal', 'position')).toBe('y −31.0 mm');
    expect(await text('sagittal', 'position')).toBe('x 51.0 mm');
    for (const view of ['axial', 'coronal', 'sagittal'] as const) {
      expect(await text(view, 'dose-label')).toBe('physical dose of course 1');
      expect(await text(view, 'dose-bar')).toContain('50.0 Gy');
      const box = await boxOf(view);
      const k = Math.min(box.width / SIZE[view][0], box.height / SIZE[view][1]);
      const mm = Number.parseFloat(await text(view, 'scale'));
      expect((await part(view, 'scale').boundingBox())!.width).toBeCloseTo(mm * k, 0);
    }
    expect(await page.locator('[data-view=axial]').innerText()).toMatch(/R\s+L\s+A\s+P/);
    expect(await page.locator('[data-view=sagittal]').innerText()).toMatch(/A\s+P\s+H\s+F/);
  });

  it('move the crosshair of all three with the pointer', async () => {
    const axial = await boxOf('axial');
    await page.mouse.move(...onScreen('axial', axial, -20, 0));
    await page.mouse.down();
    await page.mouse.move(...onScreen('axial', axial, 40, 60), { steps: 5 });
    await page.mouse.up();
    await settle();
    const [x, y, z] = await page.evaluate(() => window.scene().crosshairMm);
    expect(Math.abs(x - 40) + Math.abs(y - 60)).toBeLessThan(1);
    expect(z).toBe(5);
    expect(await text('coronal', 'position')).toMatch(/^y (59|61)\.0 mm$/);
    expect(await text('sagittal', 'position')).toMatch(/^x (39|41)\.0 mm$/);
    const sagittal = await boxOf('sagittal');
    await page.mouse.click(...onScreen('sagittal', sagittal, 60, -20));
    await settle();
    expect((await page.evaluate(() => window.scene().crosshairMm))[2]).toBeCloseTo(20, -0.5);
    expect(await text('axial', 'position')).toBe('z 20.0 mm');
  });

  it('scroll with wheel and keys', async () => {
    const axial = await boxOf('axial');
    await page.mouse.move(...middleOf(axial));
    await page.mouse.wheel(0, 120);
    await settle();
    expect(await text('axial', 'position')).toBe('z 2.0 mm');
    await page.mouse.wheel(0, -120);
    await page.mouse.wheel(0, -120);
    await settle();
    expect(await text('axial', 'position')).toBe('z 8.0 mm');
    const stage = part('axial', 'stage');
    await stage.press('ArrowDown');
    await stage.press('PageUp');
    await settle();
    // Eight slices of 3 mm and two of 1.5.
    expect(await text('axial', 'position')).toBe('z 32.0 mm');
    await stage.press('End');
    await settle();
    expect(await text('axial', 'position')).toBe('z −58.0 mm');
    expect(await stage.getAttribute('aria-valuenow')).toBe('1');
    expect(await stage.getAttribute('aria-valuetext')).toBe('z −58.0 mm');
    expect(await stage.getAttribute('aria-label')).toBe('Axial view');
    await part('coronal', 'stage').press('ArrowDown');
    await settle();
    expect(await text('coronal', 'position')).toBe('y −29.0 mm');
  });

  it('zoom about the pointer, pan, and go back to the whole picture', async () => {
    const axial = await boxOf('axial');
    const at = onScreen('axial', axial, 20, 10);
    const k = Math.min(axial.width, axial.height) / 256;
    await page.mouse.move(...at);
    await page.keyboard.down('Control');
    for (let n = 0; n < 3; n++) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await settle();
    // The isodose of 50 Gy has stayed under the pointer; the slice is the same.
    const [here] = await screenColours([at]);
    expect(here[1]).toBeGreaterThan(here[0] + 80);
    expect(await text('axial', 'position')).toBe('z 5.0 mm');
    const cross = async () => (await part('axial', 'cross-down').boundingBox())!.x;
    expect(await cross()).toBeCloseTo(at[0] + 31 * k * 1.2 ** 3, -0.5);
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(at[0] - 30, at[1] + 20);
    await page.mouse.up({ button: 'middle' });
    await settle();
    expect(await cross()).toBeCloseTo(at[0] - 30 + 31 * k * 1.2 ** 3, -0.5);
    await page.keyboard.down('Shift');
    await page.mouse.down();
    await page.mouse.move(at[0], at[1]);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await settle();
    expect(await cross()).toBeCloseTo(at[0] + 31 * k * 1.2 ** 3, -0.5);
    expect((await page.evaluate(() => window.scene().crosshairMm))[0]).toBe(51);
    await page.locator('[data-view=axial] button').first().click();
    await settle();
    expect(await cross()).toBeCloseTo(onScreen('axial', axial, 51, 0)[0], -0.5);
    await part('axial', 'stage').press('+');
    await settle();
    expect(await cross()).toBeCloseTo(onScreen('axial', axial, 51 * 1.2, 0)[0], -0.5);
  });

  it('change the window with a right drag, once a frame, and take one from outside', async () => {
    const axial = await boxOf('axial');
    const [x, y] = middleOf(axial);
    await page.mouse.move(x, y);
    await page.mouse.down({ button: 'right' });
    await page.mouse.move(x + 60, y - 30, { steps: 4 });
    await page.mouse.up({ button: 'right' });
    await settle();
    const { centre, width } = await page.evaluate(() => window.scene().window);
    expect(width).toBeGreaterThan(460);
    expect(centre).toBeLessThan(10);
    const level = grey(100, centre, width);
    near((await screenColours([onScreen('axial', axial, 100, 100)]))[0], [level, level, level]);
    expect(await text('sagittal', 'window')).toBe(`C ${centre} W ${width}`.replace('-', '−'));
    await page.evaluate(() => window.change({ window: { centre: 300, width: 1500 } }));
    await settle();
    const bone = grey(100, 300, 1500);
    near((await screenColours([onScreen('axial', axial, 100, 100)]))[0], [bone, bone, bone]);
  });

  it('enlarge one view and go back, by double click, button and key', async () => {
    const before = await boxOf('coronal');
    await part('coronal', 'stage').dblclick();
    await settle();
    expect((await boxOf('coronal')).width).toBeGreaterThan(1000);
    expect(await page.locator('[data-view=axial]').isVisible()).toBe(false);
    const wide = await boxOf('coronal');
    const colours = await screenColours([onScreen('coronal', wide, 100, 50)]);
    near(colours[0], [grey(100, 40, 400), grey(100, 40, 400), grey(100, 40, 400)]);
    await part('coronal', 'stage').press('Escape');
    await settle();
    expect(await boxOf('coronal')).toEqual(before);
    await page.getByRole('button', { name: 'Enlarge this view' }).first().click();
    await settle();
    expect((await boxOf('axial')).width).toBeGreaterThan(1000);
    await page.getByRole('button', { name: 'Back to three views' }).click();
    await settle();
    expect(await boxOf('coronal')).toEqual(before);
  });

  it('write what lies under the pointer', async () => {
    const axial = await boxOf('axial');
    await page.mouse.move(...onScreen('axial', axial, 31, -20));
    await settle();
    expect(await text('axial', 'readout')).toMatch(/^100 HU · Cumulative: 55\.\d Gy$/);
    await page.mouse.move(...onScreen('axial', axial, 100, 100));
    await settle();
    expect(await text('axial', 'readout')).toBe('100 HU · Cumulative: outside the dose grid');
    await page.mouse.move(5, 5);
    await settle();
    expect(await text('axial', 'readout')).toBe('');
  });

  it('follow a scene that changes: lines only, no dose, other doses, no outlines', async () => {
    const axial = await boxOf('axial');
    const washedPlace = onScreen('axial', axial, 30, -20);
    const line = onScreen('axial', axial, 20, 10);
    const light = grey(100, 40, 400);
    await page.evaluate(() => window.change({ dose: { ...window.scene().dose!, opacity: 0 } }));
    await settle();
    let [wash, isodose] = await screenColours([washedPlace, line]);
    near(wash, [light, light, light]);
    expect(isodose[1]).toBeGreaterThan(isodose[0] + 80);
    await page.mouse.move(...middleOf(axial));
    await page.mouse.wheel(0, 120);
    await page.evaluate(() => window.change({ dose: { ...window.scene().dose!, opacity: 0.5 } }));
    await settle();
    [wash] = await screenColours([washedPlace]);
    near(wash, washed(light, 55), 4);
    await page.evaluate(() => window.change({ dose: undefined, outlines: [] }));
    await settle();
    [wash, isodose] = await screenColours([washedPlace, line]);
    near(wash, [light, light, light]);
    near(isodose, [light, light, light]);
    expect(await part('axial', 'dose-label').count()).toBe(0);
    expect((await screenColours([onScreen('axial', axial, -100, 20)]))[0][0]).toBeLessThan(60);
  });

  it('are as sharp as the screen where it has more pixels', async () => {
    const fine = await browser.newPage({ viewport: { width: 800, height: 500 }, deviceScaleFactor: 2 });
    try {
      await fine.goto(`${site.url}?plain`);
      await fine.locator('[data-view=axial] [data-part=position]').filter({ hasText: 'mm' }).waitFor();
      const sizes = await fine
        .locator('[data-view=axial] canvas')
        .evaluateAll((canvases) =>
          canvases.map((canvas) => [(canvas as HTMLCanvasElement).width, canvas.getBoundingClientRect().width]),
        );
      for (const [pixels, shown] of sizes) expect(pixels / shown).toBeCloseTo(2, 1);
    } finally {
      await fine.close();
    }
  });
});
