import { describe, expect, it } from 'vitest';
import type { FusionTool } from '../../../src/app/fusion/FusionViews';
import { grey, near } from '../viewer/views-page';
import { pairPage } from './pair-page';

describe('pointer and keys in pictures of two CTs', () => {
  const views = pairPage();
  const use = async (tool: FusionTool) => {
    await views.page.evaluate((which) => window.pair.change({ tool: which }), tool);
    await views.settle();
  };
  const told = () => views.page.evaluate(() => window.pair.told);
  const sum = (moves: readonly (readonly number[])[]) =>
    moves.reduce<number[]>((all, move) => all.map((mm, axis) => mm + move[axis]), [0, 0, 0]);
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await views.page.mouse.move(...from);
    await views.page.mouse.down();
    await views.page.mouse.move(...to, { steps: 5 });
    await views.settle();
    await views.page.mouse.up();
    await views.settle();
  };

  it('move the crosshair while nothing else is chosen', async () => {
    const axial = await views.boxOf('axial');
    await views.page.mouse.click(...views.onScreen('axial', axial, 50, 60));
    await views.settle();
    const [x, y] = await views.page.evaluate(() => window.pair.shown().scene.crosshairMm);
    expect(Math.abs(x - 50) + Math.abs(y - 60)).toBeLessThan(1);
    expect(await told()).toEqual({ moves: [], turns: [], done: 0, picks: [] });
  });

  it('shift the prior CT by as many mm as the pointer moves, and the picture follows', async () => {
    await use('move');
    const axial = await views.boxOf('axial');
    const k = views.pxPerMm('axial', axial);
    const from = views.onScreen('axial', axial, 20, 60);
    await drag(from, [from[0] + 20, from[1] - 8]);
    const { moves, done, turns } = await told();
    const shift = sum(moves);
    [20 / k, -8 / k, 0].forEach((mm, axis) => expect(shift[axis]).toBeCloseTo(mm, 1.7));
    expect(done).toBe(1);
    expect(turns).toEqual([]);
    expect(await views.page.evaluate(() => window.pair.shown().scene.crosshairMm)).toEqual([1, 21, 1.5]);
    // The edge of the prior CT, which was in the middle, is now 20 pixels further to the left of the patient.
    await views.page.evaluate(() => window.pair.change({ look: { priorShare: 1 }, tool: 'look' }));
    await views.settle();
    const [x, y] = views.onScreen('axial', axial, 0, 120);
    const [before, after] = await views.colours([
      [x + 20 - 5 * k, y],
      [x + 20 + 5 * k, y],
    ]);
    near(
      before,
      [0, 0, 0].map(() => grey(0, 40, 400)),
    );
    near(
      after,
      [0, 0, 0].map(() => grey(200, 40, 400)),
    );
    await use('move');
    const sagittal = await views.boxOf('sagittal');
    const start = views.onScreen('sagittal', sagittal, 60, 30);
    await drag(start, [start[0] + 10, start[1] + 6]);
    const second = sum((await told()).moves.slice(moves.length));
    const ks = views.pxPerMm('sagittal', sagittal);
    [0, 10 / ks, -6 / ks].forEach((mm, axis) => expect(second[axis]).toBeCloseTo(mm, 1.7));
  });

  it('turn it about the crosshair by the ring, and with Alt', async () => {
    await use('move');
    const ring = (await views.part('axial', 'ring').locator('circle').first().boundingBox())!;
    const axial = await views.boxOf('axial');
    const [x, y] = views.onScreen('axial', axial, 1, 21);
    expect(ring.x + ring.width / 2).toBeCloseTo(x, -0.5);
    const radius = 0.36 * Math.min(axial.width, axial.height);
    const on = (degrees: number, r = radius): [number, number] => [
      x + r * Math.cos((degrees * Math.PI) / 180),
      y + r * Math.sin((degrees * Math.PI) / 180),
    ];
    await drag(on(-20), on(10));
    let { turns, moves, done } = await told();
    expect(moves).toEqual([]);
    expect(done).toBe(1);
    expect(turns.reduce((all, { degrees }) => all + degrees, 0)).toBeCloseTo(30, 0.5);
    expect(turns[0].axis).toEqual([0, 0, 1]);
    expect(turns[0].centreMm).toEqual([1, 21, 1.5]);
    const already = turns.length;
    await views.page.keyboard.down('Alt');
    await drag(on(100, 60), on(90, 60));
    await views.page.keyboard.up('Alt');
    ({ turns, moves, done } = await told());
    expect(turns.slice(already).reduce((all, { degrees }) => all + degrees, 0)).toBeCloseTo(-10, 0);
    expect(moves).toEqual([]);
    expect(done).toBe(2);
  });

  it('shift and turn by keys, and say so', async () => {
    await use('move');
    const hint = views.page.locator('[data-part=hint]');
    expect(await hint.textContent()).toContain('arrows: 1 mm, with Shift 0.1 mm');
    const stage = views.part('coronal', 'stage');
    expect(await stage.getAttribute('aria-describedby')).toBe(await hint.getAttribute('id'));
    await stage.press('ArrowRight');
    await stage.press('Shift+ArrowDown');
    await stage.press('Alt+ArrowLeft');
    await views.settle();
    const { moves, turns, done } = await told();
    const wanted = [
      [1, 0, 0],
      [0, 0, -0.1],
    ];
    moves.forEach((move, n) => move.forEach((mm, axis) => expect(mm).toBeCloseTo(wanted[n][axis], 9)));
    expect(moves.length).toBe(2);
    expect(turns.map(({ axis, degrees }) => [axis, degrees])).toEqual([[[0, 1, 0], -1]]);
    expect(done).toBe(3);
    // The pictures are still scrolled by the other keys.
    await stage.press('PageDown');
    await views.settle();
    expect(await views.text('coronal', 'position')).toBe('y 41.0 mm');
    await use('look');
    await stage.press('ArrowDown');
    await views.settle();
    expect(await views.text('coronal', 'position')).toBe('y 43.0 mm');
    expect((await told()).moves.length).toBe(2);
  });

  it('choose a place by a click, and the crosshair’s by the space bar', async () => {
    await use('pick');
    const coronal = await views.boxOf('coronal');
    await views.page.mouse.click(...views.onScreen('coronal', coronal, -40, 30));
    await views.part('coronal', 'stage').press(' ');
    const { picks } = await told();
    expect(picks.length).toBe(2);
    [-40, 21, -30].forEach((mm, axis) => expect(Math.abs(picks[0][axis] - mm)).toBeLessThan(0.6));
    expect(picks[1]).toEqual([1, 21, 1.5]);
    expect(await views.page.evaluate(() => window.pair.shown().scene.crosshairMm)).toEqual([1, 21, 1.5]);
  });

  it('choose mode and tool by the controls', async () => {
    await views.page.getByText('Checkerboard').click();
    await views.page.getByRole('slider', { name: 'Side of a tile' }).press('ArrowRight');
    await views.page.getByText('Landmark').click();
    await views.page.getByRole('combobox', { name: 'Window' }).click();
    await views.page.getByRole('option', { name: 'Bone' }).click();
    await views.settle();
    const { look, tool, scene } = await views.page.evaluate(() => window.pair.shown());
    expect([look.mode, look.tileMm, tool, scene.window]).toEqual(['checkerboard', 25, 'pick', { centre: 300, width: 1500 }]);
    expect(await views.text('axial', 'fusion-label')).toContain('tiles of 25 mm');
  });
});
