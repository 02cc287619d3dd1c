import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { Assessment, GoalResult } from '../../src/evaluation/assessment';
import { evaluatedOrgans } from '../../src/evaluation/assessment';
import { InputError } from '../../src/input-error';
import { type Cylinder, doseFile, eqd2Gy, loaded, planFile, structureFile } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -19, toMm: 19 };
const GTV: Cylinder = { name: 'GTV', x: 0, y: -20, radiusMm: 8, fromMm: -19, toMm: 19 };
const ESOPHAGUS: Cylinder = { name: 'Esophagus', x: 30, y: 0, radiusMm: 6, fromMm: -19, toMm: 19 };

interface Course {
  readonly doseGy: number;
  readonly fractions: number;
  readonly started?: string;
  readonly completed?: string;
  readonly more?: Record<string, unknown>;
  readonly phase?: Record<string, unknown>;
}

/** Uniform doses in any number of courses, the last of them planned. */
async function assessed(courses: readonly Course[], more: Record<string, unknown>, bodies = [CORD, GTV, ESOPHAGUS]) {
  const files: Record<string, Uint8Array> = { 'RS.dcm': structureFile(bodies) };
  const written = courses.map(({ doseGy, fractions, started, completed, more: own, phase }, c) => {
    files[`${c}/RD.dcm`] = doseFile(() => doseGy, { planUid: `1.2.3.7${c}` }, { SOPInstanceUID: `1.2.3.8${c}` });
    files[`${c}/RP.dcm`] = planFile(fractions, `1.2.3.7${c}`);
    const role = c === courses.length - 1 ? 'planned' : 'prior';
    return {
      name: 'ABCD'[c],
      role,
      ...(started && { [role === 'prior' ? 'started' : 'starts']: started }),
      ...(completed && { completed }),
      phases: [{ dose: `${c}/RD.dcm`, plan: `${c}/RP.dcm`, ...phase }],
      ...own,
    };
  });
  const caseFile = { isoeffectCase: 1, structures: 'RS.dcm', robustness: false, courses: written, ...more };
  return assess(await loaded(caseFile, files));
}

const organ = (result: Assessment, roi: string) => evaluatedOrgans(result.organs).find((each) => each.roi === roi)!;
const goalOf = (result: Assessment, set: string, text: string, roi = 'SpinalCord'): GoalResult =>
  organ(result, roi).goals.find((goal) => goal.set === set && goal.goal === text)!;
const codes = ({ findings }: Assessment) => findings.map(({ code }) => code);

const PRIOR: Course = { doseGy: 44, fractions: 22, started: '2020-01-07', completed: '2020-02-20' };
const PLANNED: Course = { doseGy: 28, fractions: 15, started: '2023-01-02', completed: '2023-02-15' };
const bed = (doseGy: number, fractions: number, ab = 2) => doseGy * (1 + doseGy / fractions / ab);

describe('a goal', () => {
  it('keeps to plain LQ where the organ is shown with LQ-L, and the figure says that it is not', async () => {
    const hypo = { ...PRIOR, doseGy: 40, fractions: 5 };
    const result = await assessed([hypo, PLANNED], {
      constraints: ['reirradiation-thorax', 'nieder-cord'],
      organs: { SpinalCord: { lqL: { transitionGyPerFraction: 3 } } },
    });
    const goal = goalOf(result, 'reirradiation-thorax', 'Dmax < 57 Gy');
    const lq = eqd2Gy(40, 5, 2) + eqd2Gy(28, 15, 2);
    // 5e-3: doses are stored in single precision.
    expect(goal.value).toBeCloseTo(lq, 2);
    expect(goal.models).toBeUndefined();
    const cord = organ(result, 'SpinalCord');
    // 40 Gy in 5: 5 (3 (1 + 3/2) + (1 + 3) 5) = 137.5 Gy BED instead of 200.
    expect(cord.metrics.Dmax.cumulativeEqd2Gy).toBeCloseTo(137.5 / 2 + eqd2Gy(28, 15, 2), 2);
    expect(cord.models).toEqual([{ kind: 'lq-l', transitionGyPerFraction: 3 }]);
    expect(codes(result)).toContain('model-not-lq');
    // The score of Nieder is the source's too: 200 + 54.1 = 254 Gy2: 9 points, and 4.5 for a course of 102 Gy2 or more.
    expect(cord.cordRisk).toMatchObject({ score: 13.5 });
  });

  it('of the user’s own is tested with the organ’s model where it asks for it', async () => {
    const goal = { organ: 'SpinalCord', goal: 'Dmax < 57 Gy', source: 's' };
    const result = await assessed([{ ...PRIOR, doseGy: 40, fractions: 5 }, PLANNED], {
      constraints: [goal, { ...goal, goal: 'Dmax < 58 Gy', model: 'organ' }],
      organs: { SpinalCord: { lqL: { transitionGyPerFraction: 3 } } },
    });
    const [plain, special] = organ(result, 'SpinalCord').goals;
    expect(plain.value).toBeCloseTo(eqd2Gy(40, 5, 2) + eqd2Gy(28, 15, 2), 2);
    expect(special.value).toBeCloseTo(137.5 / 2 + eqd2Gy(28, 15, 2), 2);
    expect(special.models).toEqual([{ kind: 'lq-l', transitionGyPerFraction: 3 }]);
  });

  it('has incomplete repair in it, which is how the dose was given, and says so', async () => {
    const twice = { ...PRIOR, phase: { fractionsPerDay: 2, hoursBetween: 6 } };
    const result = await assessed([twice, PLANNED], { constraints: ['reirradiation-thorax'] }, [CORD]);
    const goal = goalOf(result, 'reirradiation-thorax', 'Dmax < 57 Gy');
    const phi = Math.exp((-Math.LN2 * 6) / 4.1);
    expect(goal.value).toBeCloseTo((44 * (1 + (1 + phi))) / 2 + eqd2Gy(28, 15, 2), 2);
    expect(goal.models).toEqual([{ kind: 'incomplete-repair', halfTimeHours: 4.1 }]);
  });

  it('of a target keeps to plain LQ under an overall-time correction', async () => {
    const result = await assessed([PRIOR, PLANNED], {
      constraints: [{ organ: 'GTV', goal: 'Dmean >= 60 Gy', source: 's' }],
      organs: { GTV: { repopulation: { dProlifGyPerDay: 0.6, kickOffDays: 21 } } },
    });
    const gtv = organ(result, 'GTV');
    const lq = eqd2Gy(44, 22, 10) + eqd2Gy(28, 15, 10);
    expect(gtv.goals[0].value).toBeCloseTo(lq, 2);
    // 45 days each: 24 days beyond day 21.
    expect(gtv.metrics.Dmean.cumulativeEqd2Gy).toBeCloseTo(lq - 2 * 24 * 0.6, 2);
    expect(codes(result)).toContain('model-not-lq');
  });

  it.each(['SpinalCord', 'Esophagus'])('overall-time correction is refused for %s', async (roi) => {
    const organs = { [roi]: { repopulation: { dProlifGyPerDay: 0.6, kickOffDays: 21 } } };
    const refused = await assessed([PRIOR, PLANNED], { organs }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).where).toBe(`organs.${roi}.repopulation`);
  });

  it('follows the organ’s alpha/beta where its source states none, and keeps its own where it does', async () => {
    const constraints = ['reirradiation-thorax', 'hytec-cord', 'nieder-cord', 'umich-reirradiation'];
    const result = await assessed([PRIOR, PLANNED], { constraints, organs: { SpinalCord: { alphaBetaGy: 3 } } });
    const ars = goalOf(result, 'reirradiation-thorax', 'Dmax < 57 Gy');
    expect(ars).toMatchObject({ alphaBetaGy: 3, alphaBetaFrom: 'organ' });
    expect(ars.value).toBeCloseTo(eqd2Gy(44, 22, 3) + eqd2Gy(28, 15, 3), 2);
    expect(goalOf(result, 'hytec-cord', 'Dmax <= 70 Gy')).toMatchObject({ alphaBetaGy: 2, alphaBetaFrom: 'source' });
    expect(goalOf(result, 'nieder-cord', 'Dmax <= 120 Gy')).toMatchObject({ alphaBetaGy: 2, alphaBetaFrom: 'source' });
    expect(goalOf(result, 'umich-reirradiation', 'Dmax <= 50 Gy')).toMatchObject({
      alphaBetaGy: 2.5,
      alphaBetaFrom: 'source',
    });
  });
});

describe('the conditions of a source', () => {
  it('look at the shortest interval among all courses: five weeks between two prior ones', async () => {
    const result = await assessed(
      [
        { doseGy: 20, fractions: 10, completed: '2019-02-08' },
        { doseGy: 22, fractions: 12, started: '2019-03-18', completed: '2019-04-12' },
        { doseGy: 25, fractions: 15, started: '2023-01-02' },
      ],
      { constraints: ['nieder-cord', 'hytec-cord', 'umich-reirradiation'] },
    );
    const cord = organ(result, 'SpinalCord');
    // 128 Gy2: 1 point, and 4.5 for the interval.
    expect(cord.cordRisk).toMatchObject({ score: 5.5, intervalPoints: 4.5, group: 'intermediate' });
    for (const text of ['Dmax <= 120 Gy', 'Dmax <= 135.5 Gy']) {
      const goal = goalOf(result, 'nieder-cord', text);
      expect(goal).toMatchObject({ verdict: 'not applicable', code: 'outside-source' });
      expect(goal.headroom).toBeUndefined();
    }
    // To 18 March a month and 10 of its 31 days.
    expect(result.monthsBetweenCourses).toBeCloseTo(1 + 10 / 31, 4);
    expect(result.intervals.map(({ from, to }) => `${from} ${to}`)).toEqual(['A B', 'B C']);
    // Recovery goes by the time since each prior course itself: both more than 3 years ago.
    const umich = goalOf(result, 'umich-reirradiation', 'Dmax <= 50 Gy');
    expect(umich.recovery).toBe(0.5);
    expect(umich.value).toBeCloseTo(0.5 * (eqd2Gy(20, 10, 2.5) + eqd2Gy(22, 12, 2.5)) + eqd2Gy(25, 15, 2.5), 2);
  });

  it('look at the highest of all courses, also where that is the planned one', async () => {
    // 50 Gy in 25 on the planned course: 100 Gy2, above 98 and below 102: no points, and no limit.
    const result = await assessed(
      [
        { ...PRIOR, doseGy: 10, fractions: 10 },
        { ...PLANNED, doseGy: 50, fractions: 25 },
      ],
      {
        constraints: ['nieder-cord'],
      },
    );
    expect(bed(10, 10) + bed(50, 25)).toBeCloseTo(115, 6);
    expect(organ(result, 'SpinalCord').cordRisk).toMatchObject({ score: 0, coursePoints: 0 });
    expect(goalOf(result, 'nieder-cord', 'Dmax <= 120 Gy')).toMatchObject({
      verdict: 'not applicable',
      facts: { condition: 'courseBedGyAtMost' },
    });
  });

  it('take prior courses less than a month apart for one, and say so', async () => {
    const course = (completed: string, started: string, fractions: number) => ({
      doseGy: 2 * fractions,
      fractions,
      started,
      completed,
    });
    const courses = (boost: string) => [
      course('2021-02-12', '2021-01-18', 20),
      course('2021-04-30', boost, 10),
      { doseGy: 20, fractions: 10, started: '2023-06-01' },
    ];
    const one = await assessed(courses('2021-03-11'), { constraints: ['nieder-cord'] });
    // 40 and 20 Gy in fractions of 2 Gy: 80 and 40 Gy2, in one course 120: beyond 102, with 160 in all 4 points and 4.5.
    expect(organ(one, 'SpinalCord').cordRisk).toMatchObject({ intervalPoints: 0, coursePoints: 4.5, bedPoints: 4 });
    expect(codes(one)).toContain('courses-taken-as-one');
    expect(goalOf(one, 'nieder-cord', 'Dmax <= 120 Gy')).toMatchObject({ facts: { condition: 'courseBedGyAtMost' } });
    // A month later they are two, and the interval is short.
    const two = await assessed(courses('2021-03-12'), { constraints: ['nieder-cord'] });
    expect(organ(two, 'SpinalCord').cordRisk).toMatchObject({ intervalPoints: 4.5, coursePoints: 0 });
    expect(codes(two)).not.toContain('courses-taken-as-one');
  });

  it('that leave a whole set without a goal are told, with a figure beyond its limits and fractions of phases', async () => {
    const phases = ['a', 'b'].map(() => ({ dose: '1/RD.dcm', plan: '1/RP.dcm', doseShare: 0.5, fractions: 3 }));
    const { findings } = await assessed([PRIOR, { doseGy: 28, fractions: 6, started: '2023-01-02', more: { phases } }], {
      constraints: ['hytec-cord'],
    });
    const told = findings.filter(({ code }) => code === 'outside-sources');
    expect(told).toMatchObject([
      {
        severity: 'warning',
        facts: {
          isWhole: true,
          conditions: [{ condition: 'plannedFractionsAtMost', limit: 5, value: 6 }],
          phaseFractions: [3, 3],
        },
      },
    ]);
    expect(told[0].message).toContain('SpinalCord Dmax ≤ 70 Gy');
  });

  it('are not told again where they hold', async () => {
    const { findings } = await assessed([PRIOR, { ...PLANNED, doseGy: 20, fractions: 5 }], { constraints: ['hytec-cord'] });
    expect(findings.filter(({ code }) => code === 'outside-sources')).toEqual([]);
  });

  it('count months as a calendar does: on the day six months later the source applies, a day before not', async () => {
    const at = async (starts: string) =>
      goalOf(
        await assessed(
          [
            { ...PRIOR, started: '2021-11-01', completed: '2022-01-01' },
            { ...PLANNED, started: starts },
          ],
          {
            constraints: ['nieder-cord'],
          },
        ),
        'nieder-cord',
        'Dmax <= 135.5 Gy',
      ).verdict;
    expect(await at('2022-07-01')).toBe('exceeded');
    expect(await at('2022-06-30')).toBe('not applicable');
  });

  it('withdraw "exceeded" as they withdraw "met"', async () => {
    const result = await assessed([{ ...PRIOR, completed: '2022-11-01' }, PLANNED], { constraints: ['nieder-cord'] });
    // 142 Gy2 after two months.
    expect(goalOf(result, 'nieder-cord', 'Dmax <= 135.5 Gy').verdict).toBe('not applicable');
    expect(result.overall).toMatchObject({ mandatoryExceeded: 0, mandatoryMet: 0, mandatoryNotEvaluable: 0 });
  });

  it('that are not known leave no verdict, and the missing date is said', async () => {
    const result = await assessed(
      [
        { doseGy: 30, fractions: 15 },
        { doseGy: 20, fractions: 10 },
      ],
      {
        constraints: ['nieder-cord'],
      },
    );
    expect(goalOf(result, 'nieder-cord', 'Dmax <= 135.5 Gy')).toMatchObject({
      verdict: 'not evaluable',
      code: 'source-condition-unknown',
    });
    expect(organ(result, 'SpinalCord').cordRisk).toBeUndefined();
    expect(codes(result)).toContain('interval-not-known');
    expect(result.monthsBetweenCourses).toBeNull();
  });

  it('of HyTEC take in its 70 Gy: 15 fractions are outside, 5 are inside', async () => {
    const many = await assessed([PRIOR, PLANNED], { constraints: ['hytec-cord'] });
    for (const goal of organ(many, 'SpinalCord').goals) expect(goal.verdict, goal.goal).toBe('not applicable');
    const few = await assessed([PRIOR, { ...PLANNED, doseGy: 15, fractions: 5 }], { constraints: ['hytec-cord'] });
    // 44 + 15 (1 + 3/2) / 2 = 62.75; 18.75; 0.299.
    expect(organ(few, 'SpinalCord').goals.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met']);
  });

  it('that do not hold leave nothing for a shift of the prior course to turn', async () => {
    const constraints = ['hytec-cord', 'reirradiation-thorax'];
    const result = await assessed([PRIOR, PLANNED], { constraints, robustness: { marginMm: 3 } }, [CORD]);
    expect(goalOf(result, 'hytec-cord', 'Dmax <= 70 Gy').worstCase).toBeUndefined();
    // Uniform dose: the shift is looked at, and changes nothing.
    const goal = goalOf(result, 'reirradiation-thorax', 'Dmax < 57 Gy');
    expect([goal.verdict, goal.worstCase]).toEqual(['exceeded', undefined]);
    const { band, cumulativeEqd2Gy } = organ(result, 'SpinalCord').metrics.Dmax;
    expect(band!.low).toBeCloseTo(cumulativeEqd2Gy!, 3);
    expect(band!.high).toBeCloseTo(cumulativeEqd2Gy!, 3);
  });

  it('of the single-course set ask for the dose per fraction of the prescription', async () => {
    const of = (targets: { roi: string; doseGy: number }[] | undefined, fractions: number) =>
      assessed([PRIOR, { ...PLANNED, fractions, doseGy: fractions === 28 ? 40 : 28, ...(targets && { more: { targets } }) }], {
        constraints: ['single-course-esophagus'],
      });
    const verdict = async (...args: Parameters<typeof of>) =>
      goalOf(await of(...args), 'single-course-esophagus', 'Dmax < 50 Gy').verdict;
    expect(await verdict([{ roi: 'GTV', doseGy: 28 }], 5)).toBe('not applicable');
    expect(await verdict([{ roi: 'GTV', doseGy: 50.4 }], 28)).toBe('met');
    const boost = [
      { roi: 'PTV', doseGy: 50.4 },
      { roi: 'GTV', doseGy: 59.92 },
    ];
    expect(await verdict(boost, 28)).toBe('met');
    expect(await verdict([boost[0], { roi: 'GTV', doseGy: 64.8 }], 28)).toBe('not applicable');
    expect(await verdict(undefined, 28)).toBe('not evaluable');
  });

  it('bound the factor on the planned dose', async () => {
    // 128 Gy2 at 135.5, but a planned course above 98 Gy2 is outside the source.
    const result = await assessed(
      [
        { ...PRIOR, doseGy: 10, fractions: 10 },
        { ...PLANNED, doseGy: 40, fractions: 25 },
      ],
      {
        constraints: ['nieder-cord'],
      },
    );
    const { headroom } = goalOf(result, 'nieder-cord', 'Dmax <= 135.5 Gy');
    // 25 d (1 + d/2) = 98: d = 1.974
    const doseGy = 25 * (-1 + Math.sqrt(1 + (2 * 98) / 25));
    expect(headroom).toMatchObject({ until: 'source' });
    expect((headroom as { plannedScale: number }).plannedScale).toBeCloseTo(doseGy / 40, 4);
  });
});

describe('the published risk of the oesophagus', () => {
  it('is computed with its own alpha/beta, whatever the organ’s is', async () => {
    const organs = { Esophagus: { alphaBetaGy: 10, recovery: 0.5 } };
    const result = await assessed([PRIOR, PLANNED], { constraints: ['reirradiation-thorax'], organs });
    const { riskDose } = organ(result, 'Esophagus');
    const gy = eqd2Gy(44, 22, 3) + eqd2Gy(28, 15, 3);
    expect(riskDose?.alphaBetaGy).toBe(3);
    expect(riskDose?.dmaxEqd2Gy.atLeast).toBeCloseTo(gy, 2);
    const said = result.findings.find(({ code }) => code === 'esophagus-risk-band')!;
    expect(said.message).toContain(`cumulative Dmax ${gy.toFixed(1)} Gy EQD2 (α/β 3 Gy as in the source`);
    expect(said.message).toContain('95 % CI below 0 to 108.8');
    expect(said.message).not.toContain('late');
  });

  it('is no claim of the case while a question on its dose is open, and neither is the score of the cord', async () => {
    // A plan of 100 times what is prescribed.
    const targets = [{ roi: 'GTV', doseGy: 28 }];
    const scaled = (doseGy: number) =>
      assessed([PRIOR, { ...PLANNED, doseGy, more: { targets } }], { constraints: ['nieder-cord'] });
    const said = ({ findings }: Assessment, code: string) => findings.find((finding) => finding.code === code)!.message;
    const [asked, plain] = [await scaled(2800), await scaled(28)];
    expect(goalOf(asked, 'nieder-cord', 'Dmax <= 135.5 Gy')).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    expect(said(asked, 'esophagus-risk-band')).toContain('not told while a question on the input is open');
    expect(said(asked, 'esophagus-risk-band')).not.toMatch(/This case lies|\d{4,}[.\d]* Gy/);
    expect(said(asked, 'cord-risk-score')).toContain('not told while a question on the input is open');
    expect(said(plain, 'esophagus-risk-band')).toContain('This case lies below the lower bound of 79.6 Gy without');
    expect(said(plain, 'cord-risk-score')).toContain('risk score');
  });

  it('comes with the intervals that its series flag', async () => {
    const flags = async (completed: string) =>
      codes(await assessed([{ ...PRIOR, completed }, PLANNED], {})).filter((code) => code.startsWith('interval-'));
    expect(await flags('2022-02-10')).toEqual(['interval-to-12-months', 'interval-to-24-months']);
    expect(await flags('2021-06-10')).toEqual(['interval-to-24-months']);
    expect(await flags('2020-06-10')).toEqual([]);
  });
});

describe('recovery that differs between prior courses', () => {
  const FIRST: Course = { doseGy: 20, fractions: 10, started: '2020-01-10', completed: '2020-02-28' };
  const RECENT: Course = { doseGy: 20, fractions: 10, started: '2022-12-01', completed: '2022-12-20' };
  const NEXT: Course = { doseGy: 14, fractions: 7, started: '2023-06-01' };
  const OWN = { organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', source: 's' };
  const shares = (a: number, b: number) => [
    { course: 'A', share: a },
    { course: 'B', share: b },
  ];

  it('is told of each course, in a source’s schedule and in the case’s own', async () => {
    const result = await assessed([FIRST, RECENT, NEXT], {
      constraints: ['umich-reirradiation', OWN],
      organs: { SpinalCord: { recovery: [0.3, 0.1] } },
    });
    // More than 36 months: 0.5; 5.4 months: 0.1. All in 2 Gy fractions: 0.5 x 20 + 0.9 x 20 + 14 = 42 Gy.
    const scheduled = goalOf(result, 'umich-reirradiation', 'Dmax <= 50 Gy');
    // 1e-2 Gy: doses are stored in single precision.
    expect(scheduled.value).toBeCloseTo(42, 2);
    expect(scheduled).toMatchObject({ recovery: 0.5, recoveryOfCourses: shares(0.5, 0.1) });
    const cord = organ(result, 'SpinalCord');
    expect(cord).toMatchObject({ recovery: 0.3, recoveryOfCourses: shares(0.3, 0.1) });
    expect(cord.metrics.Dmax.cumulativeEqd2Gy).toBeCloseTo(0.7 * 20 + 0.9 * 20 + 14, 2);
    expect(goalOf(result, 'case', 'Dmax <= 45 Gy')).toMatchObject({ recovery: 0.3, recoveryOfCourses: shares(0.3, 0.1) });
  });

  it('is one number where it is the same of all, and where a goal has one of its own', async () => {
    const result = await assessed([FIRST, RECENT, NEXT], {
      constraints: [OWN, { ...OWN, goal: 'Dmax <= 46 Gy', recovery: 0.25 }],
      organs: { SpinalCord: { recovery: [0.2, 0.2] } },
    });
    expect(organ(result, 'SpinalCord')).not.toHaveProperty('recoveryOfCourses');
    expect(goalOf(result, 'case', 'Dmax <= 46 Gy')).toMatchObject({ recovery: 0.25 });
    expect(goalOf(result, 'case', 'Dmax <= 46 Gy')).not.toHaveProperty('recoveryOfCourses');
  });

  it('is told where one course alone is forgiven nothing', async () => {
    const organs = { SpinalCord: { recovery: [0, 0.5] } };
    const result = await assessed([FIRST, RECENT, NEXT], { constraints: [OWN], organs });
    expect(organ(result, 'SpinalCord')).toMatchObject({ recovery: 0.5, recoveryOfCourses: shares(0, 0.5) });
  });
});
