import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import type { Box } from '../viewer/views-page';
import { grey, near } from '../viewer/views-page';
import type { PairPage } from './page/page-window';
import { pairPage } from './pair-page';

/** Through the soft tissue window. */
const level = (hu: number) => grey(hu, 40, 400);
const alike = (l: number) => [l, l, l];
const [P_RIGHT, P_LEFT, Q_RIGHT, Q_LEFT] = [-100, 100, 0, 200].map(level);

describe('two CTs over each other in a browser', () => {
  const views = pairPage();
  const change = async (part: Parameters<PairPage['change']>[0]) => {
    await views.page.evaluate((what) => window.pair.change(what), part);
    await views.settle();
  };
  /** Colours at (across, down) of a view. */
  const at = async (view: ViewPlane, box: Box, ...places: [number, number][]) =>
    views.colours(places.map(([across, down]) => views.onScreen(view, box, across, down)));

  it('are blended by the share of the prior one, and into the phantom itself where they agree', async () => {
    const axial = await views.boxOf('axial');
    const sides: [number, number][] = [
      [-100, 100],
      [100, 100],
    ];
    const [right, left] = await at('axial', axial, ...sides);
    near(right, alike((P_RIGHT + Q_RIGHT) / 2));
    near(left, alike((P_LEFT + Q_LEFT) / 2));
    await change({ look: { priorShare: 0.2 } });
    near((await at('axial', axial, sides[1]))[0], alike(0.8 * P_LEFT + 0.2 * Q_LEFT));
    expect(await views.text('axial', 'fusion-label')).toContain('planned 80 % + prior 20 %');
    await views.page.evaluate(() =>
      window.pair.change({ scene: { prior: window.pair.shown().scene.ct }, look: { priorShare: 0.7 } }),
    );
    await views.settle();
    const aligned = await at('axial', axial, ...sides);
    near(aligned[0], alike(P_RIGHT), 1);
    near(aligned[1], alike(P_LEFT), 1);
  });

  it('are split at a line that can be dragged, and each side says what it is', async () => {
    await change({ look: { mode: 'split', splitAt: 0.5 } });
    const axial = await views.boxOf('axial');
    const k = views.pxPerMm('axial', axial);
    const places: [number, number][] = [
      [-100, 100],
      [-4, 100],
      [4, 100],
      [100, 100],
    ];
    const split = await at('axial', axial, ...places);
    [P_RIGHT, P_RIGHT, Q_LEFT, Q_LEFT].forEach((l, n) => near(split[n], alike(l)));
    expect(await views.text('axial', 'fusion-label')).toContain('planned | prior');
    const [x, y] = views.onScreen('axial', axial, 0, 100);
    await views.page.mouse.move(x, y);
    await views.page.mouse.down();
    await views.page.mouse.move(x - 60 * k, y, { steps: 3 });
    await views.page.mouse.up();
    await views.settle();
    const moved = await at('axial', axial, [-64, 100], [-56, 100], [4, 100]);
    [P_RIGHT, Q_RIGHT, Q_LEFT].forEach((l, n) => near(moved[n], alike(l)));
    expect(await views.page.evaluate(() => window.pair.shown().look.splitAt)).toBeCloseTo(0.5 - (60 * k) / axial.width, 2);
    // The crosshair has stayed.
    expect(await views.page.evaluate(() => window.pair.shown().scene.crosshairMm)).toEqual([1, 21, 1.5]);
  });

  it('are shown by turns in tiles, and as a difference in colours', async () => {
    await change({ look: { mode: 'checkerboard', tileMm: 32 } });
    const axial = await views.boxOf('axial');
    // The picture is from -128 to 128 across and from -108 to 148 down: the tile that begins at (96, 84) is the 7th in the 6th row.
    const tiles = await at('axial', axial, [112, 132], [112, 100], [80, 132], [-112, -92]);
    [P_LEFT, Q_LEFT, Q_LEFT, P_RIGHT].forEach((l, n) => near(tiles[n], alike(l)));
    await views.page.mouse.move(...views.onScreen('axial', axial, 112, 100));
    await views.settle();
    expect(await views.text('axial', 'readout')).toBe('planned 100 HU · prior 200 HU · shown here: prior');
    await change({ look: { mode: 'difference' } });
    near((await at('axial', axial, [100, 100]))[0], [P_LEFT, (P_LEFT + Q_LEFT) / 2, Q_LEFT]);
  });

  it('show the planned one alone, hatched, where the prior one is not known', async () => {
    await change({ look: { priorShare: 1 } });
    const coronal = await views.boxOf('coronal');
    // The prior CT ends 60 mm below the middle.
    const line = Array.from({ length: 40 }, (_, n): [number, number] => [60 + n, 90]);
    const below = await at('coronal', coronal, ...line);
    const isGrey = ([r, g, b]: number[]) => Math.abs(r - P_LEFT) < 3 && Math.abs(g - P_LEFT) < 3 && Math.abs(b - P_LEFT) < 3;
    const isTinted = ([r, g, b]: number[]) => b - g > 10 && r < b;
    expect(below.filter(isGrey).length).toBeGreaterThan(12);
    expect(below.filter(isTinted).length).toBeGreaterThan(4);
    near((await at('coronal', coronal, [60, 40]))[0], alike(Q_LEFT));
    const note = (view: ViewPlane) => views.part(view, 'hatched');
    expect(await note('coronal').isVisible()).toBe(true);
    expect(await note('axial').isVisible()).toBe(false);
    await change({ scene: { plannedToPrior: undefined } });
    expect(await views.text('axial', 'fusion-label')).toContain('no prior CT to show, or no registration');
    expect(isGrey((await at('axial', await views.boxOf('axial'), [101, 100]))[0])).toBe(true);
    expect(await note('axial').isVisible()).toBe(true);
  });

  it('carry the prior outlines with the map, dashed', async () => {
    const axial = await views.boxOf('axial');
    /** Share of the circle of 30 mm about a point that is green. */
    const green = async (across: number) => {
      const angles = Array.from({ length: 300 }, (_, n) => (2 * Math.PI * n) / 300);
      const ring = angles.map((angle): [number, number] => [across + 30 * Math.cos(angle), 20 + 30 * Math.sin(angle)]);
      const seen = await at('axial', axial, ...ring);
      return seen.filter(([r, g, b]) => g - r > 60 && g - b > 60).length / 300;
    };
    // Dashes of 6 pixels, then nothing for 4.
    const share = await green(70);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.75);
    expect(await green(55)).toBeLessThan(0.05);
    await views.page.evaluate(() =>
      window.pair.change({ scene: { plannedToPrior: [{ matrix: [1, 0, 0, 15, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }] } }),
    );
    await views.settle();
    expect(await green(70)).toBeLessThan(0.05);
    expect(await green(55)).toBeGreaterThan(0.45);
  });

  it('have landmarks, numbered, in both', async () => {
    await change({
      scene: {
        landmarks: [{ plannedMm: [60, -60, 1.5], priorMm: [110, -60, 1.5] }],
        plannedToPrior: [{ matrix: [1, 0, 0, 10, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }],
      },
    });
    const axial = await views.boxOf('axial');
    const [x, y] = views.onScreen('axial', axial, 60, -60);
    const [px, py] = views.onScreen('axial', axial, 100, -60);
    const around = Array.from({ length: 5 }, (_, n): [number, number] => [x, y - 10 + n]);
    const diamond = Array.from({ length: 5 }, (_, n): [number, number] => [px, py - 12 + n]);
    const yellow = ([r, g, b]: number[]) => r > 180 && g > 150 && b < 120;
    const blue = ([r, g, b]: number[]) => r < 160 && g > 170 && b > 170;
    expect((await views.colours(around)).some(yellow)).toBe(true);
    expect((await views.colours(diamond)).some(blue)).toBe(true);
    expect(await views.page.locator('[data-part=legend]').textContent()).toBe(
      'full lines: planned · dashed: prior · circles: planned · diamonds: prior',
    );
  });

  it.each(['light', 'dark'])('have no serious fault by axe: %s', async (scheme) => {
    for (const tool of ['look', 'move', 'pick'] as const) {
      await views.open(`?scheme=${scheme}&lang=ja`);
      await change({ tool, look: { mode: tool === 'look' ? 'split' : 'blend' } });
      await views.page.evaluate(axe.source);
      const { violations } = await views.page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => [id, nodes[0].html]),
      ).toEqual([]);
    }
  });
});
