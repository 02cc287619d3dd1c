import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/input-error';
import { bodyOnly } from '../../../src/registration/automatic/body';
import { average, crop, type GridImage, indexAt, pointAt } from '../../../src/registration/automatic/grid-image';
import { prepareImage } from '../../../src/registration/automatic/prepare-image';
import { boxOfRegion } from '../../../src/registration/automatic/region';
import { bodyPoints, moved, shiftBy, similarity } from '../../../src/registration/automatic/similarity';
import { startPosition } from '../../../src/registration/automatic/start-position';
import type { RegistrationVolume } from '../../../src/registration/automatic/volume';
import { axial, phantomCt, rigidMatrix } from './phantom';

const turned = rigidMatrix([0, 0, 0], [12, -25, 40]);
const axis = (n: number) => [turned[n], turned[4 + n], turned[8 + n]] as const;

/** Hounsfield units that rise by 1, 2 and 3 for each mm along x, y and z, on an oblique grid. */
function ramp(columns: number, rows: number, sliceOffsetsMm: number[], spacingMm: number): RegistrationVolume {
  const volume = {
    frameOfReferenceUid: '1.2',
    columns,
    rows,
    slices: sliceOffsetsMm.length,
    originMm: [3, -7, 11],
    alongRow: axis(0),
    alongColumn: axis(1),
    normal: axis(2),
    columnSpacingMm: spacingMm,
    rowSpacingMm: spacingMm,
    sliceOffsetsMm: Float64Array.from(sliceOffsetsMm),
    hounsfield: new Float32Array(columns * rows * sliceOffsetsMm.length),
  } as const;
  for (const [k, offset] of sliceOffsetsMm.entries())
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++) {
        const at = (n: number) => volume.originMm[n] + spacingMm * (i * axis(0)[n] + j * axis(1)[n]) + offset * axis(2)[n];
        volume.hounsfield[i + columns * (j + rows * k)] = at(0) + 2 * at(1) + 3 * at(2);
      }
  return volume;
}

function worstOff(image: GridImage): number {
  let worst = 0;
  for (let n = 0; n < image.values.length; n++) {
    const [i, j] = [n % image.size[0], Math.floor(n / image.size[0]) % image.size[1]];
    const [x, y, z] = pointAt(image, [i, j, Math.floor(n / (image.size[0] * image.size[1]))]);
    worst = Math.max(worst, Math.abs(image.values[n] - (x + 2 * y + 3 * z)));
  }
  return worst;
}

/*
 * An average over a block and a straight line between slices both keep a ramp: each value must be the ramp's at the
 * place where the image says that its voxel is. 32-bit values below 1000 carry 1e-4.
 */
describe('images keep their place', () => {
  it('512 columns become 256 of twice the width, slices of 1 mm become slices of 3 mm', () => {
    const image = prepareImage(ramp(512, 300, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.25), 'fixed');
    expect(image.size).toEqual([256, 150, 3]);
    expect(image.spacingMm).toEqual([0.5, 0.5, 3]);
    expect(worstOff(image)).toBeLessThan(2e-3);
  });

  it('uneven slices become even ones', () => {
    const image = prepareImage(ramp(20, 16, [0, 3, 6, 9, 15, 18, 21, 24, 27.5], 4), 'fixed');
    expect(image.size).toEqual([20, 16, 10]);
    expect(image.spacingMm[2]).toBe(3);
    expect(worstOff(image)).toBeLessThan(2e-3);
  });

  it('cropped and averaged', () => {
    const image = prepareImage(ramp(20, 16, [0, 3, 6, 9, 12, 15, 18, 21], 4), 'fixed');
    const part = average(crop(image, { from: [2, 3, 1], to: [18, 14, 6] }), [3, 2, 2]);
    expect(part.size).toEqual([5, 6, 3]);
    expect(worstOff(part)).toBeLessThan(2e-3);
  });

  it('an index becomes a point and the point that index', () => {
    const image = prepareImage(ramp(20, 16, [0, 3, 6, 9, 12, 15, 18, 21], 4), 'fixed');
    const [i, j, k] = indexAt(image, pointAt(image, [3.25, 7.5, -1]));
    expect([i, j, k].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3.25, 7.5, -1]);
  });

  it('refuses eight voxels less one, and a volume without a frame of reference', () => {
    expect(() => prepareImage(ramp(20, 16, [0, 3, 6, 9, 12, 15, 18], 4), 'moving')).toThrow(
      'moving CT: found 20 × 16 × 7 voxels; needed at least 8 along each axis',
    );
    expect(() => prepareImage({ ...ramp(20, 16, [0, 3], 4), frameOfReferenceUid: '' }, 'moving')).toThrow(InputError);
  });
});

describe('the patient alone', () => {
  const size: [number, number, number] = [96, 72, 20];
  const image = prepareImage(
    phantomCt('1.2', axial(size, [4, 4, 4]), (p) => p, 1),
    'fixed',
  );
  const body = bodyOnly(image, 'fixed');
  const at = (x: number, y: number, z: number) => {
    const [i, j, k] = indexAt(image, [x, y, z]).map(Math.round);
    return i + size[0] * (j + size[1] * k);
  };

  it('takes the couch away and leaves skin, lungs and airways as they are', () => {
    expect(image.values[at(0, 125, 0)]).toBeGreaterThan(-200);
    expect(body.image.values[at(0, 125, 0)]).toBe(-1000);
    for (const place of [at(0, 44, 0), at(70, 0, 10), at(0, -3, 27), at(-90, 10, -10)]) {
      expect(body.image.values[place]).toBe(image.values[place]);
    }
  });

  it('gives the box about it', () => {
    // Half-axes of the body's outline at z = 0: 166 and 112 mm, voxels of 4 mm.
    const [low, high] = [pointAt(image, body.box.from), pointAt(image, body.box.to)];
    for (const [found, edge] of [
      [low[0], -166],
      [high[0], 166],
      [low[1], -112],
      [high[1], 112],
    ]) {
      expect(Math.abs(found - edge)).toBeLessThan(6);
    }
  });

  it('refuses a scan of air', () => {
    const air = { ...image, values: new Float32Array(image.values.length).fill(-1000) };
    expect(() => bodyOnly(air, 'moving')).toThrow('moving CT: found nothing denser than -400 HU; needed a patient');
  });
});

describe('where to start', () => {
  it('finds a scan of the upper half of the chest in one of its whole length, which centres of mass miss by 50 mm', () => {
    const fixed = bodyOnly(
      prepareImage(
        phantomCt('1.2', axial([48, 36, 26], [8, 8, 8]), (p) => p, 1),
        'fixed',
      ),
      'fixed',
    ).image;
    const upper = phantomCt('1.3', axial([48, 36, 13], [8, 8, 8], [20, -16, 82]), ([x, y, z]) => [x - 20, y + 16, z - 30], 0);
    const moving = bodyOnly(prepareImage(upper, 'moving'), 'moving').image;
    const found = startPosition(fixed, moving);
    expect(Math.abs(found[3] - 20)).toBeLessThan(8);
    expect(Math.abs(found[7] + 16)).toBeLessThan(8);
    expect(Math.abs(found[11] - 30)).toBeLessThan(8);
  });

  it('an image laid elsewhere is like itself by the matrix that laid it there', () => {
    const image = bodyOnly(
      prepareImage(
        phantomCt('1.2', axial([48, 36, 12], [8, 8, 8]), (p) => p, 1),
        'fixed',
      ),
      'fixed',
    ).image;
    const matrix = rigidMatrix([30, -20, 10], [5, -10, 20]);
    const there = similarity(bodyPoints(image), moved(image, matrix), matrix);
    expect(there.correlation).toBeGreaterThan(0.9999999);
    expect(there.overlap).toBe(1);
    expect(similarity(bodyPoints(image), image, shiftBy([40, 0, 0])).correlation).toBeLessThan(0.8);
    expect(similarity(bodyPoints(image), image, shiftBy([1000, 0, 0])).overlap).toBe(0);
  });
});

describe('a region', () => {
  const image = prepareImage(ramp(40, 40, [0, 5, 10, 15, 20, 25, 30, 35, 40, 45], 5), 'fixed');
  const inside = [pointAt(image, [10, 12, 4]), pointAt(image, [20, 14.2, 5])];
  const region = (points: readonly (readonly number[])[], marginMm: number) => ({
    name: 'SpinalCord',
    pointsMm: Float64Array.from(points.flat()),
    marginMm,
  });

  it('is the box along the grid about its points and the margin, as far as the image goes', () => {
    expect(boxOfRegion(image, region(inside, 15))).toEqual({ from: [7, 9, 1], to: [23, 18, 8] });
    expect(boxOfRegion(image, region(inside, 1000))).toEqual({ from: [0, 0, 0], to: [39, 39, 9] });
  });

  it('is refused where it is elsewhere, empty or too small', () => {
    const elsewhere = [pointAt(image, [60, 12, 4])];
    const none = 'region SpinalCord: found no part of it within the patient on the fixed CT';
    expect(() => boxOfRegion(image, region(elsewhere, 10))).toThrow(none);
    expect(() => boxOfRegion(image, region([], 10))).toThrow(none);
    expect(() => boxOfRegion(image, region([inside[0]], 5))).toThrow('found a box that is too small to be matched');
  });
});
