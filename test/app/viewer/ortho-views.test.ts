import { describe, expect, it } from 'vitest';
import { doseColour } from '../../../src/app/viewer/colour-map';
import { plainPage } from './plain-page';
import { grey, middleOf, near } from './views-page';

const washed = (level: number, gy: number) => doseColour((gy - 20) / 60).map((c) => 0.5 * c + 0.5 * level);

describe('the three views in a browser', () => {
  const views = plainPage();

  it('show the CT through the window, the wash where there is dose and nowhere else', async () => {
    const axial = await views.boxOf('axial');
    const coronal = await views.boxOf('coronal');
    const sagittal = await views.boxOf('sagittal');
    const colours = await views.colours([
      views.onScreen('axial', axial, -100, 100),
      views.onScreen('axial', axial, 100, 100),
      views.onScreen('axial', axial, -50, -20),
      views.onScreen('axial', axial, 30, -20),
      views.onScreen('axial', axial, 70, 70),
      views.onScreen('coronal', coronal, -50, 40),
      views.onScreen('coronal', coronal, 30, 30),
      views.onScreen('coronal', coronal, 30, -55),
      views.onScreen('sagittal', sagittal, 10, 20),
      views.onScreen('sagittal', sagittal, 110, 20),
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
    const axial = await views.boxOf('axial');
    const coronal = await views.boxOf('coronal');
    // 50 Gy is 20 mm to the left; the cylinder reaches from -100 to -40, and from -30 to 30 along the patient.
    const brightest = async (places: [number, number][], channel: (c: readonly number[]) => number) => {
      const seen = (await views.colours(places)).map(channel);
      return seen.indexOf(Math.max(...seen)) - (places.length - 1) / 2;
    };
    const along = ([x, y]: [number, number], dx: number, dy: number): [number, number][] =>
      Array.from({ length: 21 }, (_, n) => [x + dx * (n - 10), y + dy * (n - 10)]);
    const green = (c: readonly number[]) => c[1] - c[0] / 2 - c[2] / 2;
    const magenta = (c: readonly number[]) => c[0] / 2 + c[2] / 2 - c[1];
    const checks = [
      await brightest(along(views.onScreen('axial', axial, 20, 10), 1, 0), green),
      await brightest(along(views.onScreen('coronal', coronal, 20, 20), 1, 0), green),
      await brightest(along(views.onScreen('axial', axial, -100, 20), 1, 0), magenta),
      await brightest(along(views.onScreen('axial', axial, -70, 50), 0, 1), magenta),
    ];
    for (const off of checks) expect(Math.abs(off)).toBeLessThanOrEqual(1);
    // In the coronal picture through its axis the cylinder is a rectangle.
    const at = views.onScreen('axial', axial, -70, 20);
    await views.page.mouse.click(...at);
    await views.settle();
    const edges = [
      await brightest(along(views.onScreen('coronal', coronal, -100, 10), 1, 0), magenta),
      await brightest(along(views.onScreen('coronal', coronal, -40, 10), 1, 0), magenta),
      await brightest(along(views.onScreen('coronal', coronal, -80, -30), 0, 1), magenta),
      await brightest(along(views.onScreen('coronal', coronal, -80, 30), 0, 1), magenta),
    ];
    for (const off of edges) expect(Math.abs(off)).toBeLessThanOrEqual(1);
    const cross = await views.part('coronal', 'cross-down').boundingBox();
    expect(cross!.x).toBeCloseTo(views.onScreen('coronal', coronal, -70, 0)[0], -0.5);
  });

  it('write the position, the letters, the dose’s name, a scale bar and the doses of the colours on every picture', async () => {
    expect(await views.text('axial', 'position')).toBe('z 5.0 mm');
    expect(await views.text('coronal', 'position')).toBe('y −31.0 mm');
    expect(await views.text('sagittal', 'position')).toBe('x 51.0 mm');
    for (const view of ['axial', 'coronal', 'sagittal'] as const) {
      expect(await views.text(view, 'dose-label')).toBe('physical dose of course 1');
      expect(await views.text(view, 'dose-bar')).toContain('50.0 Gy');
      const box = await views.boxOf(view);
      const k = views.pxPerMm(view, box);
      const mm = Number.parseFloat(await views.text(view, 'scale'));
      expect((await views.part(view, 'scale').boundingBox())!.width).toBeCloseTo(mm * k, 0);
    }
    expect(await views.page.locator('[data-view=axial]').innerText()).toMatch(/R\s+L\s+A\s+P/);
    expect(await views.page.locator('[data-view=sagittal]').innerText()).toMatch(/A\s+P\s+H\s+F/);
  });

  it('follow a scene that changes: lines only, no dose, other doses, no outlines', async () => {
    const axial = await views.boxOf('axial');
    const washedPlace = views.onScreen('axial', axial, 30, -20);
    const line = views.onScreen('axial', axial, 20, 10);
    const light = grey(100, 40, 400);
    await views.page.evaluate(() => window.change({ dose: { ...window.scene().dose!, opacity: 0 } }));
    await views.settle();
    let [wash, isodose] = await views.colours([washedPlace, line]);
    near(wash, [light, light, light]);
    expect(isodose[1]).toBeGreaterThan(isodose[0] + 80);
    await views.page.mouse.move(...middleOf(axial));
    await views.page.mouse.wheel(0, 120);
    await views.page.evaluate(() => window.change({ dose: { ...window.scene().dose!, opacity: 0.5 } }));
    await views.settle();
    [wash] = await views.colours([washedPlace]);
    near(wash, washed(light, 55), 4);
    await views.page.evaluate(() => window.change({ dose: undefined, outlines: [] }));
    await views.settle();
    [wash, isodose] = await views.colours([washedPlace, line]);
    near(wash, [light, light, light]);
    near(isodose, [light, light, light]);
    expect(await views.part('axial', 'dose-label').count()).toBe(0);
    expect((await views.colours([views.onScreen('axial', axial, -100, 20)]))[0][0]).toBeLessThan(60);
  });

  it('are as sharp as the screen where it has more pixels', async () => {
    const fine = await views.browser.newPage({ viewport: { width: 800, height: 500 }, deviceScaleFactor: 2 });
    try {
      await fine.goto(`${views.site.url}?plain`);
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
