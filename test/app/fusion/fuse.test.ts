import { describe, expect, it } from 'vitest';
import { fuse, HATCH, shownAt, type TwoSlices } from '../../../src/app/fusion/fuse';
import { GREYS, greyTable } from '../../../src/app/fusion/grey-table';
import { FIRST_LOOK, type FusionLook } from '../../../src/app/fusion/look';

const greys = new Uint8ClampedArray(GREYS);
// One grey for each HU from 0 to 255.
greyTable({ centre: 127.5, width: 255 }, greys);

const pixels = { acrossMm: 10, downMm: -20, columns: 6, rows: 4, columnMm: 2, rowMm: 5 };
const slices: TwoSlices = {
  planned: Float32Array.from({ length: 24 }, (_, n) => 10 * n),
  prior: Float32Array.from({ length: 24 }, (_, n) => 240 - 10 * n),
};

function fused(look: Partial<FusionLook>, splitMm = 0, of = slices) {
  const out = new Uint32Array(24);
  const unknown = fuse(of, { ...FIRST_LOOK, ...look }, pixels, splitMm, greys, out);
  return { unknown, colours: [...new Uint8Array(out.buffer)].reduce<number[][]>(intoFours, []) };
}
const intoFours = (fours: number[][], byte: number, n: number) => {
  if (n % 4 === 0) fours.push([]);
  fours[fours.length - 1].push(byte);
  return fours;
};
const grey = (level: number) => [level, level, level, 255];

describe('the grey of Hounsfield units', () => {
  it('is linear within the window and no more beyond it', () => {
    const table = new Uint8ClampedArray(GREYS);
    greyTable({ centre: 40, width: 400 }, table);
    const at = (hu: number) => table[hu + 32768];
    expect([-32768, -1000, -160, -60, 40, 140, 240, 3000, 32767].map(at)).toEqual([0, 0, 0, 64, 128, 191, 255, 255, 255]);
  });
});

describe('two slices in one picture', () => {
  it.each([
    [0, (p: number, _q: number) => p],
    [1, (_p: number, q: number) => q],
    [0.5, (p: number, q: number) => (p + q) / 2],
    [0.25, (p: number, q: number) => 0.75 * p + 0.25 * q],
  ])('blended with a prior share of %s', (priorShare, mix) => {
    const { colours, unknown } = fused({ mode: 'blend', priorShare });
    expect(unknown).toBe(0);
    colours.forEach((colour, n) => {
      const level = Math.floor(mix(10 * n, 240 - 10 * n) + 0.5);
      expect(colour).toEqual(grey(level));
    });
  });

  it('that agree are blended into themselves, at any share', () => {
    for (const priorShare of [0, 0.05, 0.33, 0.5, 0.95, 1]) {
      const { colours } = fused({ mode: 'blend', priorShare }, 0, { planned: slices.planned, prior: slices.planned });
      colours.forEach((colour, n) => expect(colour).toEqual(grey(10 * n)));
    }
  });

  it('in tiles, the uppermost left one planned', () => {
    // Columns of 2 mm and rows of 5: tiles of 4 mm hold two columns; centres of rows are at 2.5, 7.5, 12.5 and 17.5.
    const { colours } = fused({ mode: 'checkerboard', tileMm: 4 });
    const tileOfRow = [0, 1, 3, 4];
    colours.forEach(([level], n) => {
      const [row, column] = [Math.floor(n / 6), n % 6];
      const isPrior = (Math.floor(column / 2) + tileOfRow[row]) % 2 === 1;
      expect(level).toBe(isPrior ? 240 - 10 * n : 10 * n);
    });
  });

  it.each([
    [14, 2],
    [14.1, 3],
    [-100, 0],
    [100, 6],
  ])('split at %s mm: %s columns are planned', (splitMm, columns) => {
    const { colours } = fused({ mode: 'split' }, splitMm);
    colours.forEach(([level], n) => expect(level).toBe(n % 6 < columns ? 10 * n : 240 - 10 * n));
  });

  it('as a difference: orange where the planned one is brighter, blue where the prior one is, grey where they agree', () => {
    const { colours } = fused({ mode: 'difference' });
    expect(colours[0]).toEqual([0, 120, 240, 255]);
    expect(colours[12]).toEqual(grey(120));
    expect(colours[20]).toEqual([200, 120, 40, 255]);
  });

  it.each(['blend', 'checkerboard', 'split', 'difference'] as const)(
    'show the planned one alone, hatched, where the prior one is not known: %s',
    (mode) => {
      const nowhere = { planned: new Float32Array(24).fill(100), prior: new Float32Array(24).fill(Number.NaN) };
      const { colours, unknown } = fused({ mode, priorShare: 1 }, -100, nowhere);
      expect(unknown).toBe(24);
      const tinted = HATCH.colour.map((c) => Math.round(100 + HATCH.strength * (c - 100)));
      const stripe = ([r, g, b]: number[]) => r === tinted[0] && g === tinted[1] && b === tinted[2];
      for (const colour of colours) if (!stripe(colour)) expect(colour).toEqual(grey(100));
      // Diagonal stripes of 8 mm: by pixels of 2 × 5 mm the phases are 0, 2, 4, 6 and 5, 7, 1, 3 mm; those below 1.76 are coloured.
      const phases = Array.from({ length: 24 }, (_, n) => (2 * (n % 6) + 5 * Math.floor(n / 6)) % 8);
      expect(colours.map(stripe)).toEqual(phases.map((mm) => mm < 8 * HATCH.share));
    },
  );

  it('tells how many pixels have no prior CT', () => {
    const prior = slices.prior.slice();
    prior[3] = prior[17] = Number.NaN;
    const { unknown, colours } = fused({ mode: 'blend', priorShare: 1 }, 0, { planned: slices.planned, prior });
    expect(unknown).toBe(2);
    expect(colours[4]).toEqual(grey(200));
  });

  it('say of each place which of them it shows', () => {
    for (const look of [{ ...FIRST_LOOK, mode: 'checkerboard', tileMm: 4 } as const, { ...FIRST_LOOK, mode: 'split' } as const]) {
      const { colours } = fused(look, 14);
      colours.forEach(([level], n) => {
        if (n === 12) return;
        const [across, down] = [10 + 2 * (n % 6), -20 + 5 * Math.floor(n / 6)];
        expect(shownAt(look, pixels, 14, across, down)).toBe(level === 10 * n ? 'planned' : 'prior');
      });
    }
    expect(shownAt(FIRST_LOOK, pixels, 14, 12, 0)).toBeUndefined();
    expect(shownAt({ ...FIRST_LOOK, mode: 'difference' }, pixels, 14, 12, 0)).toBeUndefined();
  });
});
