import { describe, expect, it } from 'vitest';
import { plainPage } from './plain-page';
import { grey, middleOf, near } from './views-page';

describe('pointer, wheel and keys in the three views', () => {
  const views = plainPage();

  it('move the crosshair of all three with the pointer', async () => {
    const axial = await views.boxOf('axial');
    await views.page.mouse.move(...views.onScreen('axial', axial, -20, 0));
    await views.page.mouse.down();
    await views.page.mouse.move(...views.onScreen('axial', axial, 40, 60), { steps: 5 });
    await views.page.mouse.up();
    await views.settle();
    const [x, y, z] = await views.page.evaluate(() => window.scene().crosshairMm);
    expect(Math.abs(x - 40) + Math.abs(y - 60)).toBeLessThan(1);
    expect(z).toBe(5);
    expect(await views.text('coronal', 'position')).toMatch(/^y (59|61)\.0 mm$/);
    expect(await views.text('sagittal', 'position')).toMatch(/^x (39|41)\.0 mm$/);
    const sagittal = await views.boxOf('sagittal');
    await views.page.mouse.click(...views.onScreen('sagittal', sagittal, 60, -20));
    await views.settle();
    expect((await views.page.evaluate(() => window.scene().crosshairMm))[2]).toBeCloseTo(20, -0.5);
    expect(await views.text('axial', 'position')).toBe('z 20.0 mm');
  });

  it('scroll with wheel and keys', async () => {
    const axial = await views.boxOf('axial');
    await views.page.mouse.move(...middleOf(axial));
    await views.page.mouse.wheel(0, 120);
    await views.settle();
    expect(await views.text('axial', 'position')).toBe('z 2.0 mm');
    await views.page.mouse.wheel(0, -120);
    await views.page.mouse.wheel(0, -120);
    await views.settle();
    expect(await views.text('axial', 'position')).toBe('z 8.0 mm');
    const stage = views.part('axial', 'stage');
    await stage.press('ArrowDown');
    await stage.press('PageUp');
    await views.settle();
    // Eight slices of 3 mm and two of 1.5.
    expect(await views.text('axial', 'position')).toBe('z 32.0 mm');
    await stage.press('End');
    await views.settle();
    expect(await views.text('axial', 'position')).toBe('z −58.0 mm');
    expect(await stage.getAttribute('aria-valuenow')).toBe('1');
    expect(await stage.getAttribute('aria-valuetext')).toBe('z −58.0 mm');
    expect(await stage.getAttribute('aria-label')).toBe('Axial view');
    await views.part('coronal', 'stage').press('ArrowDown');
    await views.settle();
    expect(await views.text('coronal', 'position')).toBe('y −29.0 mm');
  });

  it('zoom about the pointer, pan, and go back to the whole picture', async () => {
    const axial = await views.boxOf('axial');
    const at = views.onScreen('axial', axial, 20, 10);
    const k = Math.min(axial.width, axial.height) / 256;
    await views.page.mouse.move(...at);
    await views.page.keyboard.down('Control');
    for (let n = 0; n < 3; n++) await views.page.mouse.wheel(0, -120);
    await views.page.keyboard.up('Control');
    await views.settle();
    // The isodose of 50 Gy has stayed under the pointer; the slice is the same.
    const [here] = await views.colours([at]);
    expect(here[1]).toBeGreaterThan(here[0] + 80);
    expect(await views.text('axial', 'position')).toBe('z 5.0 mm');
    const cross = async () => (await views.part('axial', 'cross-down').boundingBox())!.x;
    expect(await cross()).toBeCloseTo(at[0] + 31 * k * 1.2 ** 3, -0.5);
    await views.page.mouse.down({ button: 'middle' });
    await views.page.mouse.move(at[0] - 30, at[1] + 20);
    await views.page.mouse.up({ button: 'middle' });
    await views.settle();
    expect(await cross()).toBeCloseTo(at[0] - 30 + 31 * k * 1.2 ** 3, -0.5);
    await views.page.keyboard.down('Shift');
    await views.page.mouse.down();
    await views.page.mouse.move(at[0], at[1]);
    await views.page.mouse.up();
    await views.page.keyboard.up('Shift');
    await views.settle();
    expect(await cross()).toBeCloseTo(at[0] + 31 * k * 1.2 ** 3, -0.5);
    expect((await views.page.evaluate(() => window.scene().crosshairMm))[0]).toBe(51);
    await views.page.locator('[data-view=axial] button').first().click();
    await views.settle();
    expect(await cross()).toBeCloseTo(views.onScreen('axial', axial, 51, 0)[0], -0.5);
    await views.part('axial', 'stage').press('+');
    await views.settle();
    expect(await cross()).toBeCloseTo(views.onScreen('axial', axial, 51 * 1.2, 0)[0], -0.5);
  });

  it('change the window with a right drag, once a frame, and take one from outside', async () => {
    const axial = await views.boxOf('axial');
    const [x, y] = middleOf(axial);
    await views.page.mouse.move(x, y);
    await views.page.mouse.down({ button: 'right' });
    await views.page.mouse.move(x + 60, y - 30, { steps: 4 });
    await views.page.mouse.up({ button: 'right' });
    await views.settle();
    const { centre, width } = await views.page.evaluate(() => window.scene().window);
    expect(width).toBeGreaterThan(460);
    expect(centre).toBeLessThan(10);
    const level = grey(100, centre, width);
    near((await views.colours([views.onScreen('axial', axial, 100, 100)]))[0], [level, level, level]);
    expect(await views.text('sagittal', 'window')).toBe(`C ${centre} W ${width}`.replace('-', '−'));
    await views.page.evaluate(() => window.change({ window: { centre: 300, width: 1500 } }));
    await views.settle();
    const bone = grey(100, 300, 1500);
    near((await views.colours([views.onScreen('axial', axial, 100, 100)]))[0], [bone, bone, bone]);
  });

  it('enlarge one view and go back, by double click, button and key', async () => {
    const before = await views.boxOf('coronal');
    await views.part('coronal', 'stage').dblclick();
    await views.settle();
    expect((await views.boxOf('coronal')).width).toBeGreaterThan(1000);
    expect(await views.page.locator('[data-view=axial]').isVisible()).toBe(false);
    const wide = await views.boxOf('coronal');
    const colours = await views.colours([views.onScreen('coronal', wide, 100, 50)]);
    near(colours[0], [grey(100, 40, 400), grey(100, 40, 400), grey(100, 40, 400)]);
    await views.part('coronal', 'stage').press('Escape');
    await views.settle();
    expect(await views.boxOf('coronal')).toEqual(before);
    await views.page.getByRole('button', { name: 'Enlarge this view' }).first().click();
    await views.settle();
    expect((await views.boxOf('axial')).width).toBeGreaterThan(1000);
    await views.page.getByRole('button', { name: 'Back to three views' }).click();
    await views.settle();
    expect(await views.boxOf('coronal')).toEqual(before);
  });

  it('write what lies under the pointer', async () => {
    const axial = await views.boxOf('axial');
    await views.page.mouse.move(...views.onScreen('axial', axial, 31, -20));
    await views.settle();
    expect(await views.text('axial', 'readout')).toMatch(/^100 HU · Cumulative: 55\.\d Gy$/);
    await views.page.mouse.move(...views.onScreen('axial', axial, 100, 100));
    await views.settle();
    expect(await views.text('axial', 'readout')).toBe('100 HU · Cumulative: outside the dose grid');
    await views.page.mouse.move(5, 5);
    await views.settle();
    expect(await views.text('axial', 'readout')).toBe('');
  });
});
