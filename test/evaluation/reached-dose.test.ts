import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { saidOfExceeded } from '../../src/report/goal-sentence';
import { type Cylinder, doseFile, eqd2Gy, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const SIDE: Cylinder = { name: 'Lung_L', x: -30, y: 0, radiusMm: 10, fromMm: -29, toMm: 29 };

type Record = Readonly<{ [field: string]: unknown }>;

/** A prior course by its record and a planned one of 28 fractions, 0.3 Gy more with each mm along x. */
async function made(record: Record, goals: readonly object[], more: object = {}, bodies = [CORD, SIDE], at = sloped) {
  const { caseFile, files } = twoCourses(bodies, () => 0, at);
  caseFile.courses[0] = { name: 'paper', role: 'prior', phases: [{ fractions: 25, ...record }] };
  const constraints = goals.map((goal) => ({ organ: 'SpinalCord', source: 's', alphaBetaGy: 2, ...goal }));
  const result = assess(
    await loaded({ ...caseFile, robustness: false, ...(goals.length > 0 && { constraints }), ...more }, files),
  );
  const of = (roi: string) => result.organs.find((each) => each.roi === roi)!;
  const verdicts = (roi: string) =>
    of(roi)
      .goals.filter(({ set }) => set === 'case')
      .map(({ verdict }) => verdict);
  return { of, verdicts, result };
}
const sloped = (x: number) => 20 + 0.3 * x;
/** The cord lies from -5 to 5 mm along x: from 18.5 to 21.5 Gy, less what corners of the drawn circle lack. */
const LOW = eqd2Gy(18.5, 28, 2);
const HIGH = eqd2Gy(21.5, 28, 2);

describe('a recorded maximum', () => {
  it('is reached somewhere: alone it is the maximum, with others at least their lowest beside it', async () => {
    const { of, verdicts } = await made({ organDoses: { SpinalCord: { Dmax: 65 } } }, [
      { goal: 'Dmax <= 60 Gy' },
      { goal: 'Dmax <= 60 Gy', scope: 'prior' },
      { goal: 'D0.03cc <= 60 Gy' },
      { goal: 'Dmax <= 88 Gy' },
    ]);
    // 65 Gy in 25 fractions are 74.75 Gy EQD2, known as such; a near maximum of it may be next to nothing.
    expect(verdicts('SpinalCord')).toEqual(['exceeded', 'exceeded', 'not evaluable', 'not evaluable']);
    const { Dmax, 'D0.03cc': near } = of('SpinalCord').metrics;
    expect(eqd2Gy(65, 25, 2)).toBeCloseTo(74.75, 6);
    // To 0.02 Gy: the circle is drawn with corners, and the lowest is found to 0.01 Gy.
    expect(Math.abs(Dmax.cumulativeEqd2Bounds!.atLeast - (74.75 + LOW))).toBeLessThan(0.02);
    expect(Math.abs(Dmax.cumulativeEqd2Bounds!.atMost! - (74.75 + HIGH))).toBeLessThan(0.02);
    expect(near.cumulativeEqd2Bounds!.atLeast).toBeLessThan(HIGH);
    const [first] = of('SpinalCord').goals;
    expect(first.headroom).toMatchObject({ code: 'prior-alone-exceeds' });
    // Its value is the most that it can be, and says so; the prior course by itself is known.
    expect(first).toMatchObject({ code: 'value-is-the-most', facts: { limit: 60 } });
    expect(saidOfExceeded(first).why).toMatch(/known to lie between 87\.0 Gy and 89\.\d Gy, all of it beyond the limit of 60/);
    expect(of('SpinalCord').goals[1].code).toBeUndefined();
    // Nobody knows where it is reached.
    expect(first.place).toBeUndefined();
  });

  it('below what the others give by themselves leaves that as the least', async () => {
    const { of } = await made({ organDoses: { SpinalCord: { Dmax: 1 } } }, []);
    const { atLeast } = of('SpinalCord').metrics.Dmax.cumulativeEqd2Bounds!;
    expect(Math.abs(atLeast - HIGH)).toBeLessThan(0.02);
  });

  it('counts as given: in the fractions that were, forgiven as they are, and scaled with a planned course', async () => {
    const record = { fractions: 25, deliveredFractions: 20, organDoses: { SpinalCord: { Dmax: 40 } } };
    const organs = { SpinalCord: { recovery: 0.25 } };
    const { of } = await made(record, [], { organs });
    const { atLeast } = of('SpinalCord').metrics.Dmax.cumulativeEqd2Bounds!;
    expect(Math.abs(atLeast - (0.75 * eqd2Gy(40, 20, 2) + LOW))).toBeLessThan(0.02);
  });

  it('of several phases is reached in each, and not in one place', async () => {
    const phases = [
      { fractions: 25, organDoses: { SpinalCord: { Dmax: 40 } } },
      { fractions: 5, organDoses: { SpinalCord: { Dmax: 10 } } },
    ];
    const { caseFile, files } = twoCourses([CORD], () => 0, sloped);
    caseFile.courses[0] = { name: 'paper', role: 'prior', phases };
    const result = assess(await loaded({ ...caseFile, robustness: false }, files));
    const { atLeast, atMost } = result.organs.find(({ roi }) => roi === 'SpinalCord')!.metrics.Dmax.cumulativeEqd2Bounds!;
    expect(Math.abs(atLeast - (eqd2Gy(40, 25, 2) + LOW))).toBeLessThan(0.02);
    expect(Math.abs(atMost! - (eqd2Gy(40, 25, 2) + eqd2Gy(10, 5, 2) + HIGH))).toBeLessThan(0.02);
  });

  it('is reached in no part of the organ, no derived structure, and nothing that a total dose alone tells of', async () => {
    const derived = {
      Cord_part: 'SpinalCord - Lung_L',
      SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)',
    };
    const organDoses = { SpinalCord: { Dmax: 30 }, SpinalCord_PRV03: { Dmax: 65 } };
    const { of } = await made({ organDoses }, [], { derived, organs: { Cord_part: { organ: 'SpinalCord' } } });
    const atLeast = (roi: string) => of(roi).metrics.Dmax.cumulativeEqd2Bounds!.atLeast;
    // The PRV has 3 mm more of the slope.
    expect(Math.abs(atLeast('SpinalCord_PRV03') - eqd2Gy(22.4, 28, 2))).toBeLessThan(0.05);
    expect(Math.abs(atLeast('Cord_part') - HIGH)).toBeLessThan(0.02);
    const total = await made({ totalDoseGy: 60, hotSpotFactor: 1.07 }, []);
    expect(Math.abs(total.of('SpinalCord').metrics.Dmax.cumulativeEqd2Bounds!.atLeast - HIGH)).toBeLessThan(0.02);
  });

  it('takes nothing for the lowest of others where some of that is not known', async () => {
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 0,
      () => 20,
    );
    // The planned grid ends at z = 0.
    files['plan/RD.dcm'] = doseFile(() => 20, { size: [41, 41, 20] });
    caseFile.courses[0] = { name: 'paper', role: 'prior', phases: [{ fractions: 25, organDoses: { SpinalCord: { Dmax: 40 } } }] };
    const result = assess(await loaded({ ...caseFile, robustness: false }, files));
    const { atLeast } = result.organs.find(({ roi }) => roi === 'SpinalCord')!.metrics.Dmax.cumulativeEqd2Bounds!;
    expect(atLeast).toBeCloseTo(eqd2Gy(40, 25, 2), 3);
  });
});
