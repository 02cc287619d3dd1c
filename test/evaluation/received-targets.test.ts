import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, planFile, structureFile } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 25, radiusMm: 4, fromMm: -19, toMm: 19 };
const PTV: Cylinder = { name: 'PTV', x: 0, y: -15, radiusMm: 12, fromMm: -19, toMm: 19 };
const BOOST: Cylinder = { name: 'PTV_boost', x: 0, y: -15, radiusMm: 12, fromMm: -5, toMm: 5 };

interface Phase {
  /** In the targets; the cord has half of it, of a boost as little as all around it. */
  readonly doseGy: number;
  readonly fractions: number;
  readonly deliveredFractions?: number;
  readonly isBoost?: true;
}

type Targets = readonly { readonly roi: string; readonly doseGy: number }[];

/** What a goal of 40 Gy on the physical dose of the cord leaves; the cord has half of what the PTV has. */
async function left(phases: readonly Phase[], targets: Targets, bodies = [CORD, PTV, BOOST]) {
  const files: Record<string, Uint8Array> = { 'RS.dcm': structureFile(bodies) };
  const written = phases.map(({ doseGy, isBoost, ...phase }, p) => {
    const at = (_: number, y: number, z: number) => {
      if (isBoost) return y > 5 || Math.abs(z) > 6 ? (3 * doseGy) / 20 : doseGy;
      return y > 5 ? doseGy / 2 : doseGy;
    };
    files[`${p}/RD.dcm`] = doseFile(at, { planUid: `1.2.3.7${p}` }, { SOPInstanceUID: `1.2.3.8${p}` });
    files[`${p}/RP.dcm`] = planFile(phase.fractions, `1.2.3.7${p}`);
    return { dose: `${p}/RD.dcm`, plan: `${p}/RP.dcm`, ...phase };
  });
  const courses = [{ name: 'A', role: 'planned', phases: written, targets }];
  const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 40 Gy', quantity: 'physical', scope: 'planned', source: 's' }];
  const caseFile = { isoeffectCase: 1, structures: 'RS.dcm', robustness: false, courses, constraints };
  const result = await assess(await loaded(caseFile, files));
  const { headroom } = result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0];
  if (!headroom || !('plannedScale' in headroom)) throw new Error('no headroom');
  const { plannedScale, plannedDoseGy, targets: each } = headroom;
  return { factor: Number(plannedScale.toFixed(3)), firstGy: plannedDoseGy, each: each?.map(({ doseGy }) => doseGy) };
}

describe('the dose that a headroom leaves a target', () => {
  it('is what the target receives with the fractions that are delivered', async () => {
    const targets = [{ roi: 'PTV', doseGy: 45 }];
    // 15 of 25 give the cord 13.5 Gy: 40 Gy at 2.963, and the target twice that. Before it had been 133.33 Gy.
    const part = [{ doseGy: 45, fractions: 25, deliveredFractions: 15 }];
    expect(await left(part, targets)).toEqual({ factor: 2.963, firstGy: 79.99, each: [79.99] });
    // The whole course: 22.5 Gy to the cord, 1.778.
    expect(await left([{ doseGy: 45, fractions: 25 }], targets)).toEqual({ factor: 1.778, firstGy: 79.99, each: [79.99] });
  });

  it('is that of a prescription of the delivered part where the dose says that it is one', async () => {
    const part = [{ doseGy: 45, fractions: 25, deliveredFractions: 15 }];
    expect((await left(part, [{ roi: 'PTV', doseGy: 27 }])).firstGy).toBe(79.99);
    // A target that has 4 % more than is prescribed, and 24 of 25 fractions: near both, and a prescription is of all.
    const near = [{ doseGy: 46.8, fractions: 25, deliveredFractions: 24 }];
    // Cord 22.464 Gy, factor 1.78062; 45 * 0.96 * 1.78062.
    expect((await left(near, [{ roi: 'PTV', doseGy: 45 }])).firstGy).toBeCloseTo(76.92, 2);
  });

  it('of several phases counts each with its own share, for each target', async () => {
    const phases: Phase[] = [
      { doseGy: 40, fractions: 20, deliveredFractions: 15 },
      { doseGy: 20, fractions: 10, isBoost: true },
    ];
    const targets = [
      { roi: 'PTV_boost', doseGy: 60 },
      { roi: 'PTV', doseGy: 40 },
    ];
    // The cord has 15 Gy of the first phase and 3 Gy of the second: 40 Gy at 2.222. The boost's target has 30 + 20 Gy; of
    // half of the PTV, which has 40 + 3 Gy as planned, 33 Gy count: 33/43 of what is prescribed.
    expect(await left(phases, targets)).toEqual({ factor: 2.222, firstGy: 111.11, each: [111.11, 68.21] });
    // Both in the same share: no dose need be asked, drawn or not.
    const even = phases.map((phase) => ({ ...phase, deliveredFractions: phase.fractions / 2 }));
    // 11.5 Gy to the cord; 30 and 20 Gy times 40 / 11.5, cut off.
    expect((await left(even, targets, [CORD])).each).toEqual([104.34, 69.56]);
  });

  it('of a plan that takes the place of another in mid-course counts the fractions of each', async () => {
    const half = { doseGy: 28, fractions: 14, deliveredFractions: 7 };
    // 14 and 16 Gy; the cord has half of it, 15 Gy, and 40 Gy at 2.667. It had been half of the 30 Gy.
    const other = { doseGy: 32, fractions: 16, deliveredFractions: 8 };
    const even = await left([half, other], [{ roi: 'PTV', doseGy: 30 }]);
    expect(even).toMatchObject({ factor: 2.667 });
    expect(even.firstGy).toBeCloseTo(80, 1);
    // 30 of 50 Gy and all of 20: cord 25 Gy, factor 1.6.
    const old = { doseGy: 50, fractions: 25, deliveredFractions: 15 };
    const rest = await left([old, { doseGy: 20, fractions: 10 }], [{ roi: 'PTV', doseGy: 50 }]);
    expect(rest.factor).toBe(1.6);
    expect(rest.firstGy).toBeCloseTo(80, 1);
  });

  it('is left out where phases have shares of their own and the target is drawn nowhere', async () => {
    const phases: Phase[] = [
      { doseGy: 40, fractions: 20, deliveredFractions: 15 },
      { doseGy: 20, fractions: 10, isBoost: true },
    ];
    const targets = [
      { roi: 'PTV_boost', doseGy: 60 },
      { roi: 'PTV', doseGy: 40 },
    ];
    const { firstGy, each } = await left(phases, targets, [CORD]);
    expect({ firstGy, each }).toEqual({ firstGy: undefined, each: undefined });
  });
});
