import { describe, expect, it } from 'vitest';
import { highestOf, prescribedTotals } from '../../src/dicom/prescribed-total';
import type { Beam, FractionGroup, Prescription, RtPlan } from '../../src/dicom/rt-plan';
import { givesNothing } from '../../src/dicom/treated-groups';

const plan = (prescriptions: readonly Prescription[], group: Partial<FractionGroup> = {}, beams: readonly Beam[] = []) =>
  ({
    prescriptions,
    beams,
    fractionGroups: [{ beamNumbers: [], beamDosesGy: [], brachySetups: 0, ...group }],
  }) as unknown as RtPlan;
const target = (roiNumber: number | undefined, doseGy: number, description = ''): Prescription => ({
  ...(roiNumber !== undefined && { roiNumber }),
  doseGy,
  description,
  type: 'TARGET',
});

let reads = 0;
function counted<T>(value: T): T {
  reads++;
  return value;
}

describe('what a plan prescribes, each target once', () => {
  it('is in the order of the first that speaks of each, sites by themselves', () => {
    const given = [target(4, 50), target(undefined, 20, 'site'), target(7, 30), target(4, 45), target(undefined, 20, 'site')];
    expect(prescribedTotals(plan([...given, { ...target(9, 45), type: 'ORGAN_AT_RISK' }, target(8, 0)]))).toEqual([
      { ...given[0], orGy: 95 },
      given[1],
      given[2],
      given[4],
    ]);
  });

  it('is the sum where the beams give the sum', () => {
    const beams = { fractionsPlanned: 10, fractionsPlannedText: '10', beamNumbers: [1], beamDosesGy: [6] };
    expect(prescribedTotals(plan([target(4, 20), target(4, 40)], beams))).toEqual([target(4, 60)]);
  });

  // Each read of a number is counted: a second loop over all references for each of them would read 4,000 x 4,000.
  it.each([
    ['all of one ROI', () => 4],
    ['each of its own', (n: number) => n],
    ['of seven by turns', (n: number) => n % 7],
  ])('asks few times of each reference: %s', (_, roiOf) => {
    const [count, most] = [4000, 10];
    reads = 0;
    const references = Array.from({ length: count }, (_each, n) => {
      const reference = target(roiOf(n), 1 + n / count);
      return Object.defineProperty(reference, 'roiNumber', { enumerable: true, get: () => counted(roiOf(n)) });
    });
    prescribedTotals(plan(references));
    expect(reads).toBeLessThanOrEqual(most * count);
  });

  it('holds more references of one ROI than one call has arguments', () => {
    const references = Array.from({ length: 200_000 }, (_, n) => target(4, 1 + n / 200_000));
    const [{ doseGy, orGy }, ...others] = prescribedTotals(plan(references));
    expect(others).toEqual([]);
    expect(doseGy).toBe(1 + 199_999 / 200_000);
    // 1 + n / N over n: N + (N - 1) / 2.
    expect(orGy).toBeCloseTo(200_000 + 199_999 / 2, 4);
    expect(highestOf([])).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('beams by which nobody is treated', () => {
  it('are looked through once for all fraction groups of a plan', () => {
    reads = 0;
    const count = 500;
    const beams = Array.from({ length: count }, (_, number) =>
      Object.defineProperty({ number } as Beam, 'treatmentDeliveryType', {
        get: () => counted(number > 0 ? 'SETUP' : 'TREATMENT'),
      }),
    );
    const group = (beamNumbers: number[]) =>
      ({ fractionsPlannedText: '5', beamNumbers, beamDosesGy: [], brachySetups: 0 }) as unknown as FractionGroup;
    const groups = beams.map((_, n) => group([n, 1]));
    expect(groups.map((each) => givesNothing(each, { beams }))).toEqual(beams.map((_, n) => n > 0));
    expect(reads).toBeLessThanOrEqual(2 * count);
  });
});
