import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, planFile, structureFile } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 25, radiusMm: 4, fromMm: -19, toMm: 19 };
const PTV: Cylinder = { name: 'PTV', x: 0, y: -15, radiusMm: 12, fromMm: -19, toMm: 19 };
const BOOST: Cylinder = { name: 'PTV_boost', x: 0, y: -15, radiusMm: 12, fromMm: -5, toMm: 5 };

interface Phase {
  readonly doseGy: number;
  readonly isBoost?: true;
  /** It shares the dose of the first phase. */
  readonly isShared?: true;
  readonly written: Record<string, unknown>;
}

/** What the result says that the targets of the planned course are given. */
async function given(phases: readonly Phase[], targets: readonly object[]) {
  const files: Record<string, Uint8Array> = { 'RS.dcm': structureFile([CORD, PTV, BOOST]) };
  const all = phases.map(({ doseGy, isBoost, isShared, written }, phase) => {
    const p = isShared ? 0 : phase;
    const at = (_: number, y: number, z: number) => (y > 5 || (isBoost && Math.abs(z) > 6) ? doseGy / 10 : doseGy);
    files[`${p}/RD.dcm`] = doseFile(at, { planUid: `1.2.3.7${p}` }, { SOPInstanceUID: `1.2.3.8${p}` });
    files[`${p}/RP.dcm`] = planFile(written.fractions as number, `1.2.3.7${p}`);
    return { dose: `${p}/RD.dcm`, plan: `${p}/RP.dcm`, ...written };
  });
  const courses = [{ name: 'A', role: 'planned', phases: all, targets }];
  const result = await assess(await loaded({ isoeffectCase: 1, structures: 'RS.dcm', robustness: false, courses }, files));
  return result.courses[0].targets;
}

const TO = [{ roi: 'PTV', doseGy: 45.36 }];

describe('what a target of the planned course is given', () => {
  it('is its prescription, and with fewer fractions delivered their share of it', async () => {
    const whole = { doseGy: 45.36, written: { fractions: 28 } };
    expect(await given([whole], TO)).toEqual([{ roi: 'PTV', prescribedGy: 45.36, doseGy: 45.36 }]);
    const half = { ...whole, written: { fractions: 28, deliveredFractions: 14 } };
    expect(await given([half], TO)).toEqual([{ roi: 'PTV', prescribedGy: 45.36, doseGy: 22.68 }]);
  });

  it('of phases that share a dose unevenly has the dose per fraction of each', async () => {
    const shared = await given(
      [
        { doseGy: 50.4, written: { fractions: 14, doseShare: 0.8 } },
        { doseGy: 50.4, isShared: true, written: { fractions: 14, doseShare: 0.2 } },
      ],
      [{ roi: 'PTV', doseGy: 50.4 }],
    );
    // 40.32 and 10.08 Gy in 14 each.
    expect(shared).toEqual([{ roi: 'PTV', prescribedGy: 50.4, doseGy: 50.4, perFractionGy: [2.88, 0.72] }]);
  });

  it('has that of the phases which treat it, whatever is delivered of them', async () => {
    const phases = [
      { doseGy: 50, written: { fractions: 25 } },
      { doseGy: 12.5, isBoost: true, written: { fractions: 5, deliveredFractions: 2 } },
    ] as const;
    const both = await given(phases, [
      { roi: 'PTV', doseGy: 50 },
      { roi: 'PTV_boost', doseGy: 62.5 },
    ]);
    expect(both!.map(({ perFractionGy }) => perFractionGy)).toEqual([[2], [2, 2.5]]);
    // Of the boost's target 12.5 · 2/5 beside 50 Gy, by its median dose.
    expect(both![1].doseGy).toBeCloseTo(55, 1);
  });

  it('is not said of a course without prescriptions', async () => {
    expect(await given([{ doseGy: 50, written: { fractions: 25 } }], [])).toBeUndefined();
  });
});
