import { describe, expect, it } from 'vitest';
import { DoseDistribution } from '../../src/dvh/distribution';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { type DoseField, inOwnFrame } from '../../src/geometry/interpolate';
import { sampleRoi } from '../../src/geometry/roi-samples';
import { stackVolumeMm3 } from '../../src/geometry/stack-volume';
import { circle, contourOn, gridOf, slices, solveFalling } from './bodies';

const GRIDS = {
  'a 2.5 mm grid': { origin: [-80, -80, -80] as const, spacing: [2.5, 2.5, 2.5] as const, size: [65, 65, 65] as const },
  'an off-grid 3 mm grid': { origin: [-80.7, -79.1, -81.3] as const, spacing: [3, 3, 3] as const, size: [55, 55, 55] as const },
  'a 1.3 × 2.1 × 3.4 mm grid': {
    origin: [-80.2, -80.9, -81.7] as const,
    spacing: [1.3, 2.1, 3.4] as const,
    size: [125, 78, 49] as const,
  },
};

function measure(contours: ReturnType<typeof contourOn>[], field: DoseField) {
  const { stack, findings } = slabsOfRoi({ name: 'ROI', contours, sliceSpacingMm: undefined });
  const samples = sampleRoi(stack!, [field]);
  return { dvh: new DoseDistribution(samples.doseGy[0] as Float32Array, samples.volumeCc), samples, stack: stack!, findings };
}

/** 0.2 % or 0.05 Gy, whichever is larger: what is promised for every dose at a volume. */
const within = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(Math.max(0.05, 0.002 * expected));
/** 0.1 % of the slab polygons' own volume. */
const volumeWithin = (cc: number, mm3: number) => expect(Math.abs(cc - mm3 / 1000) / (mm3 / 1000)).toBeLessThan(0.001);

const segment = (r: number, x: number) =>
  x <= -r ? Math.PI * r * r : x >= r ? 0 : r * r * Math.acos(x / r) - x * Math.sqrt(r * r - x * x);
const cap = (r: number, x: number) =>
  x <= -r ? (4 / 3) * Math.PI * r ** 3 : x >= r ? 0 : (Math.PI * (r - x) ** 2 * (2 * r + x)) / 3;

const PERCENTS = [2, 5, 30, 50, 70, 95, 98];
/** 0.5 Gy per mm along x about 40 Gy. */
const gradientX = (x: number) => 40 + 0.5 * x;

describe.each(Object.entries(GRIDS))('linear gradient on %s', (_, spec) => {
  const fieldX = inOwnFrame(gridOf(spec, gradientX));

  it.each([6, 30])('cylinder of radius %i mm, gradient across', (r) => {
    const { dvh, stack, samples } = measure(
      slices(-40, 2.5, 33).map((z) => contourOn(circle(1.37, -2.11, r), z)),
      fieldX,
    );
    const volume = Math.PI * r * r * 82.5;
    volumeWithin(samples.totalCc, stackVolumeMm3(stack));
    volumeWithin(samples.totalCc, volume);
    within(dvh.meanGy, gradientX(1.37));
    for (const percent of PERCENTS) {
      const x = solveFalling((at) => segment(r, at) / (Math.PI * r * r), percent / 100, -r, r);
      within(dvh.doseAtHottest((dvh.totalCc * percent) / 100), gradientX(1.37 + x));
    }
    const hot = solveFalling((at) => segment(r, at) * 82.5, 30, -r, r);
    within(dvh.doseAtHottest(0.03), gradientX(1.37 + hot));
    const half = dvh.volumeAtLeast(gradientX(1.37)) / dvh.totalCc;
    expect(Math.abs(half - 0.5)).toBeLessThan(0.001);
  });

  it.each([25, 40])('sphere of radius %i mm on 1 mm slices', (r) => {
    const contours = slices(-r + 0.5, 1, 2 * r).map((z) => contourOn(circle(0.4, 0.9, Math.sqrt(r * r - z * z)), z + 0.3));
    const { dvh, stack, samples } = measure(contours, fieldX);
    volumeWithin(samples.totalCc, stackVolumeMm3(stack));
    const sphere = (4 / 3) * Math.PI * r ** 3;
    // The midpoint rule over 1 mm slices is itself 0.02 % off the sphere at r = 25 mm.
    volumeWithin(samples.totalCc, sphere);
    for (const percent of PERCENTS) {
      const x = solveFalling((at) => cap(r, at) / sphere, percent / 100, -r, r);
      within(dvh.doseAtHottest((dvh.totalCc * percent) / 100), gradientX(0.4 + x));
    }
    within(dvh.doseAtHottest(0.03), gradientX(0.4 + solveFalling((at) => cap(r, at), 30, -r, r)));
  });

  it('cone, gradient along its axis', () => {
    // Radius falls from 30 mm at z = -30 to 0 at z = 30; slabs of 1 mm; dose 40 + 0.5 z.
    const radius = (z: number) => (30 - z) / 2;
    const contours = slices(-29.5, 1, 60).map((z) => contourOn(circle(0, 0, radius(z)), z));
    const { dvh, samples } = measure(contours, inOwnFrame(gridOf(spec, (_x, _y, z) => 40 + 0.5 * z)));
    const above = (z: number) => (Math.PI * radius(z) ** 2 * (30 - z)) / 3;
    volumeWithin(samples.totalCc, above(-30));
    for (const percent of [5, 30, 50, 70, 95]) {
      const z = solveFalling(above, (above(-30) * percent) / 100, -30, 30);
      within(dvh.doseAtHottest((dvh.totalCc * percent) / 100), 40 + 0.5 * z);
    }
  });

  it('ring: an inner contour is a hole, drawn nested or by keyhole', () => {
    const [outer, inner] = [25, 12];
    const outside = circle(0, 0, outer);
    const inside = circle(0, 0, inner);
    const keyhole = [...outside, outside[0], inside[0], ...inside.slice(1).reverse(), inside[0]];
    const area = (x: number) => segment(outer, x) - segment(inner, x);
    for (const drawn of [[outside, inside], [outside, [...inside].reverse()], [keyhole]]) {
      const contours = slices(-30, 3, 21).flatMap((z) => drawn.map((points) => contourOn(points, z)));
      const { dvh, samples } = measure(contours, fieldX);
      volumeWithin(samples.totalCc, Math.PI * (outer ** 2 - inner ** 2) * 63);
      for (const percent of PERCENTS) {
        const x = solveFalling(area, (area(-outer) * percent) / 100, -outer, outer);
        within(dvh.doseAtHottest((dvh.totalCc * percent) / 100), gradientX(x));
      }
    }
  });

  it('two pieces on the same slices, and two pieces with a gap between', () => {
    const beside = slices(-30, 3, 21).flatMap((z) => [contourOn(circle(-40, 0, 10), z), contourOn(circle(40, 0, 10), z)]);
    const one = measure(beside, fieldX);
    volumeWithin(one.samples.totalCc, 2 * Math.PI * 100 * 63);
    within(one.dvh.doseAtHottest(one.dvh.totalCc / 4), gradientX(40));
    within(one.dvh.doseAtHottest((one.dvh.totalCc * 3) / 4), gradientX(-40));
    const apart = [...slices(-45, 3, 6), ...slices(30, 3, 6)].map((z) => contourOn(circle(0, 0, 10), z));
    const two = measure(apart, inOwnFrame(gridOf(spec, (_x, _y, z) => 40 + 0.5 * z)));
    volumeWithin(two.samples.totalCc, Math.PI * 100 * 36);
    expect(two.findings.map((finding) => finding.code)).toEqual(['slice-gap']);
    within(two.dvh.doseAtHottest(two.dvh.totalCc / 4), 40 + 0.5 * 37.5);
    within(two.dvh.doseAtHottest((two.dvh.totalCc * 3) / 4), 40 - 0.5 * 37.5);
  });

  it('0.1 cc sphere: the small-volume case', () => {
    const r = Math.cbrt((100 * 3) / (4 * Math.PI));
    // 12 slices of the sphere's own height, so that the slabs hold 0.1 cc to 0.4 %.
    const step = (2 * r) / 12;
    const contours = slices(-r + step / 2, step, 12).map((z) => contourOn(circle(11.3, 4.9, Math.sqrt(r * r - z * z), 60), z));
    const { dvh, samples, stack } = measure(contours, fieldX);
    volumeWithin(samples.totalCc, stackVolumeMm3(stack));
    expect(Math.abs(samples.totalCc - 0.1)).toBeLessThan(0.0005);
    within(dvh.meanGy, gradientX(11.3));
    for (const cc of [0.01, 0.03, 0.05, 0.09])
      within(dvh.doseAtHottest(cc), gradientX(11.3 + solveFalling((x) => cap(r, x), cc * 1000, -r, r)));
  });

  it('uniform dose: every dose is that dose', () => {
    const { dvh } = measure(
      slices(-40, 2.5, 33).map((z) => contourOn(circle(0, 0, 30), z)),
      inOwnFrame(gridOf(spec, () => 33.3)),
    );
    for (const found of [dvh.minGy, dvh.meanGy, dvh.maxGy, dvh.doseAtHottest(0.03)])
      expect(Math.abs(found - 33.3)).toBeLessThan(1e-4);
    expect(dvh.volumeAtLeast(33.3)).toBe(dvh.totalCc);
  });
});
