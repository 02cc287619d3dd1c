import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, planFile, twoCourses } from '../../case/written-case';
import type { Fields } from '../../dicom/objects';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
type Dose = (x: number, y: number, z: number) => number;
/** 50 Gy at the middle, falling to nothing over some 10 cm. */
const BROAD: Dose = (x, y, z) => 50 * Math.exp(-(x * x + y * y + z * z) / 2000);
const isAt = (point: readonly number[], ...at: readonly number[]) => at.every((mm, axis) => mm === point[axis]);

/** The codes and places of what is told of implausibly high doses. */
async function told(role: 'prior' | 'planned', gy: Dose, plan: Fields = {}) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 10,
    (x) => 10 + 0.01 * x,
  );
  const [file, uid, planUid] = role === 'prior' ? ['prior', '1.2.3.31', '1.2.3.61'] : ['plan', '1.2.3.30.50', '1.2.3.60'];
  files[`${file}/RD.dcm`] = doseFile(gy, { planUid }, { SOPInstanceUID: uid });
  files[`${file}/RP.dcm`] = planFile(28, planUid, plan);
  const { findings } = assess(await loaded({ ...caseFile, robustness: false }, files));
  return findings
    .filter(({ code }) => code === 'dose-implausibly-high')
    .map(({ severity, file: at, facts }) => [severity, at, facts]);
}

describe.each(['prior', 'planned'] as const)('the highest voxel of a %s dose', (role) => {
  const file = role === 'prior' ? 'prior/RD.dcm' : 'plan/RD.dcm';
  const lone = (highestGy: number) => [['warning', file, { highestGy: expect.closeTo(highestGy, 3), isLone: true }]];

  it('of three times the maximum is told', async () => {
    expect(await told(role, (...at) => (isAt([9, 3, -6], ...at) ? 150 : BROAD(...at)))).toEqual(lone(150));
    expect(await told(role, (...at) => (isAt([-60, -60, -60], ...at) ? 60 : BROAD(...at)))).toEqual(lone(60));
  });

  it('of a quarter above all that lies 3 mm beside it is told: a Gaussian of 10 mm has 0.78 there', async () => {
    expect(await told(role, (...at) => (isAt([0, 0, 0], ...at) ? 65.535 : BROAD(...at)))).toEqual(lone(65.535));
  });

  it('that is one of five in a row where there is hardly dose is told', async () => {
    const salted: Dose = (x, y, z) => (x >= -30 && x <= -18 && y === -60 && z === -60 ? 65.535 : BROAD(x, y, z));
    expect(await told(role, salted)).toEqual(lone(65.535));
  });

  it('above 200 Gy is told once, as before', async () => {
    const hot: Dose = (...at) => (isAt([9, 3, -6], ...at) ? 230 : BROAD(...at));
    expect(await told(role, hot)).toEqual([['warning', file, { highestGy: expect.closeTo(230, 3) }]]);
  });

  it.each<[string, Dose]>([
    ['a broad dose', BROAD],
    ['a narrow dose', (x, y, z) => 50 * Math.exp(-(x * x + y * y + z * z) / 40)],
    ['a box with sharp corners', (x, y, z) => (Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) < 20 ? 50 : 1)],
    ['one dose everywhere', () => 50],
  ])('of %s is not', async (_, gy) => expect(await told(role, gy)).toEqual([]));
});
