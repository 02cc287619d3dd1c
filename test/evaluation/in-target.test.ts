import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { Assessment, GoalResult } from '../../src/evaluation/assessment';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

const LONG: Omit<Cylinder, 'name' | 'radiusMm'> = { x: 0, y: 0, fromMm: -39, toMm: 39 };
const ESOPHAGUS: Cylinder = { ...LONG, name: 'Esophagus', radiusMm: 8 };
/** The PTV is the middle third of the oesophagus and a margin about it. */
const PTV: Cylinder = { name: 'PTV_5040', x: 0, y: 0, radiusMm: 15, fromMm: -13, toMm: 13 };
const GOAL = { organ: 'Esophagus', goal: 'Dmax < 100 Gy', source: 's' };

/** A plan that gives the PTV `inGy` and 10 mm and more beyond its ends `outGy`. */
const plan = (inGy: number, outGy: number) => (_x: number, _y: number, z: number) => {
  const beyond = Math.max(0, Math.min(1, (Math.abs(z) - 14) / 10));
  return inGy + (outGy - inGy) * beyond;
};

async function assessed(
  prior: (x: number, y: number, z: number) => number,
  planned: (x: number, y: number, z: number) => number,
  constraints: readonly unknown[],
  bodies: readonly Cylinder[] = [ESOPHAGUS, PTV],
  targets: readonly unknown[] | undefined = [{ roi: 'PTV_5040', doseGy: 50.4 }],
  more: Readonly<Record<string, unknown>> = {},
) {
  const { caseFile, files } = twoCourses(bodies, prior, planned);
  if (targets) caseFile.courses[1].targets = targets;
  return assess(await loaded({ ...caseFile, robustness: false, constraints, ...more }, files));
}

const goalsOf = (result: Assessment, roi = 'Esophagus'): readonly GoalResult[] =>
  result.organs.find((each) => each.roi === roi)!.goals;

describe('a goal of the whole oesophagus', () => {
  it('that only the part in the planned PTV breaks is told apart and gives no factor', async () => {
    // In the PTV 60/28 + 60/28 is 123.4 Gy EQD2; outside, where the plan falls off within 10 mm, the prior course gave 20.
    const prior = (_x: number, _y: number, z: number) => (Math.abs(z) > 13.5 ? 20 : 60);
    const result = await assessed(prior, plan(60, 20), [GOAL]);
    const [goal] = goalsOf(result);
    expect(goal.value).toBeCloseTo(2 * eqd2Gy(60, 28, 3), 1);
    expect(goal).toMatchObject({ verdict: 'exceeded', inTarget: true, code: 'exceeded-in-target' });
    expect(goal.headroom).toMatchObject({ code: 'no-headroom-in-target' });
    expect(result.overall).toMatchObject({ mandatoryExceeded: 1, exceededOutsideTarget: 0 });
  });

  it('that the part outside breaks as well is not in the target, and the factor is that of the part outside', async () => {
    // 60/28 everywhere after 60/28, and 72 Gy in the middle of the PTV.
    const result = await assessed(
      () => 60,
      (_x, _y, z) => (Math.abs(z) < 10 ? 72 : 60),
      [GOAL],
      [ESOPHAGUS, PTV],
      [{ roi: 'PTV_5040', doseGy: 80 }],
    );
    const [goal] = goalsOf(result);
    expect(goal.verdict).toBe('exceeded');
    expect(goal.inTarget).toBeUndefined();
    expect(result.overall).toMatchObject({ mandatoryExceeded: 1, exceededOutsideTarget: 1 });
    expect(goal.headroom).toMatchObject({ code: 'headroom-outside-target' });
    // 28 d (1 + d/3) = 5/3 (100 - EQD2 of the prior course), and the factor is that dose over 60 Gy.
    const left = (5 / 3) * (100 - eqd2Gy(60, 28, 3));
    const doseGy = 28 * 1.5 * (-1 + Math.sqrt(1 + (4 * left) / (28 * 3)));
    // Five digits are kept of a factor.
    expect((goal.headroom as { facts: { times: number } }).facts.times).toBeCloseTo(doseGy / 60, 4);
  });

  it('that is met says where the part in the target turns before the part outside', async () => {
    const prior = (_x: number, _y: number, z: number) => (Math.abs(z) > 13.5 ? 20 : 40);
    const [goal] = goalsOf(await assessed(prior, plan(50, 20), [GOAL]));
    expect(goal.verdict).toBe('met');
    expect(goal.headroom).toMatchObject({ until: 'target' });
  });

  it('lies in the target where all of the oesophagus does', async () => {
    const wide = { ...PTV, fromMm: -45, toMm: 45 };
    const result = await assessed(
      () => 60,
      () => 60,
      [GOAL],
      [ESOPHAGUS, wide],
    );
    expect(result.organs.map(({ roi }) => roi)).not.toContain('Esophagus-PTV');
    expect(goalsOf(result)[0]).toMatchObject({ verdict: 'exceeded', inTarget: true });
  });

  it('is not told apart by a CTV, an old PTV, or a PTV that nobody called planned beside one that looks old', async () => {
    const prior = (_x: number, _y: number, z: number) => (Math.abs(z) > 13.5 ? 20 : 60);
    const ctv = { ...PTV, name: 'CTV_5040' };
    const old = { ...PTV, name: 'PTV_old' };
    for (const [bodies, targets] of [
      [[ESOPHAGUS, ctv, PTV], [{ roi: 'CTV_5040', doseGy: 50.4 }]],
      [[ESOPHAGUS, PTV, old], []],
      [[ESOPHAGUS, { ...PTV, name: 'PTV 2019' }], []],
    ] as const) {
      const result = await assessed(prior, plan(60, 20), [GOAL], bodies, targets);
      expect(result.organs.map(({ roi }) => roi)).not.toContain('Esophagus-PTV');
      expect(goalsOf(result)[0].inTarget).toBeUndefined();
      expect(result.overall.exceededOutsideTarget).toBe(1);
      expect(result.findings.map(({ code }) => code)).toContain('planned-ptv-not-known');
    }
  });

  it('is not in the target for a structure that planning drew round it, and says what was taken for the PTV', async () => {
    // 60/28 after 60/28 throughout: 123.4 Gy EQD2 in the PTV and outside of it.
    const wide = { ...PTV, radiusMm: 30, fromMm: -45, toMm: 45 };
    const flat = () => 60;
    for (const name of ['PTV_20mm', 'PTV_Halo']) {
      const result = await assessed(flat, flat, [GOAL], [ESOPHAGUS, PTV, { ...wide, name }], []);
      expect(goalsOf(result)[0]).toMatchObject({ verdict: 'exceeded' });
      expect(goalsOf(result)[0].inTarget).toBeUndefined();
      expect(result.overall).toMatchObject({ mandatoryExceeded: 1, exceededOutsideTarget: 1 });
      expect(result.findings.map(({ code }) => code)).not.toContain('planned-ptv-not-known');
    }
    for (const bodies of [
      [ESOPHAGUS, PTV, { ...wide, name: 'PTV_final' }],
      [ESOPHAGUS, { ...wide, name: 'PTV_Halo' }],
    ]) {
      const result = await assessed(flat, flat, [GOAL], bodies, []);
      expect(result.overall).toMatchObject({ mandatoryExceeded: 1, exceededOutsideTarget: 1 });
      expect(result.organs.map(({ roi }) => roi)).not.toContain('Esophagus-PTV');
      expect(result.findings.map(({ code }) => code)).toContain('planned-ptv-not-known');
      expect(result.findings.map(({ code }) => code)).not.toContain('oesophagus-not-told-apart');
    }
    // The levels of a boost are one target, and the sentence says which ROIs that is.
    const boost = { ...PTV, name: 'PTV_5880', radiusMm: 12, fromMm: -9, toMm: 9 };
    const spared = (_x: number, _y: number, z: number) => (Math.abs(z) > 13.5 ? 20 : 60);
    const levels = await assessed(spared, plan(60, 20), [GOAL], [ESOPHAGUS, PTV, boost], []);
    expect(goalsOf(levels)[0]).toMatchObject({
      inTarget: true,
      facts: { ptvs: ['PTV_5040', 'PTV_5880'], ptvsFrom: 'structures' },
    });
    expect(goalsOf(levels)[0].reason).toContain(
      'Taken for the planned PTV: PTV_5040, PTV_5880, by name and type alone: the case names no target of the planned course.',
    );
    const named = await assessed(spared, plan(60, 20), [GOAL], [ESOPHAGUS, PTV, boost]);
    expect(goalsOf(named)[0]).toMatchObject({ facts: { ptvs: ['PTV_5040'], ptvsFrom: 'case' } });
  });

  /** A piece far from the target, which the plan spares, and the whole oesophagus called what lies inside. */
  const TIP: Cylinder = { ...ESOPHAGUS, fromMm: 31, toMm: 39 };
  const RENAMED: readonly (readonly [string, readonly Cylinder[], Readonly<Record<string, unknown>>])[] = [
    ['an ROI of the TG-263 name', [{ ...TIP, name: 'Esophagus-PTV' }], {}],
    ['an ROI of a common name', [{ ...TIP, name: 'Oesophagus - PTV' }], {}],
    ['an ROI called what lies inside', [{ ...ESOPHAGUS, name: 'Esophagus_in_PTV' }], {}],
    ['an ROI by the word of the case', [{ ...TIP, name: 'rest' }], { organs: { rest: { organ: 'Esophagus-PTV' } } }],
    ['a structure of the case', [], { derived: { 'Esophagus-PTV': 'Esophagus - expand(PTV_5040, 18 mm)' } }],
    [
      'the name that the program would take',
      [TIP, TIP].map((tip, n) => ({ ...tip, name: ['Esophagus-PTV', 'Esophagus-PTV (program)'][n] })),
      {},
    ],
  ];

  it.each(RENAMED)('is told apart by what the program measures, whatever bears its name: %s', async (_, bodies, more) => {
    // 60/28 after 60/28 throughout the fields: the part outside the PTV has as much as the part in it.
    // They end over 9 mm: a dose that is gone from one voxel to the next would ask.
    const field = (_x: number, _y: number, z: number) => 60 - 55 * Math.max(0, Math.min(1, (Math.abs(z) - 28) / 9));
    const targets = [{ roi: 'PTV_5040', doseGy: 60 }];
    const result = await assessed(field, field, [GOAL], [ESOPHAGUS, PTV, ...bodies], targets, more);
    const [goal] = goalsOf(result);
    expect(goal).toMatchObject({ verdict: 'exceeded', headroom: { plannedScale: expect.any(Number) } });
    expect(goal.inTarget).toBeUndefined();
    expect(result.overall).toMatchObject({ mandatoryExceeded: 1, exceededOutsideTarget: 1 });
    // And where the plan spares what lies outside, it is in the target alone.
    const spared = (_x: number, _y: number, z: number) => (Math.abs(z) > 13.5 ? 20 : 60);
    const [inside] = goalsOf(await assessed(spared, plan(60, 20), [GOAL], [ESOPHAGUS, PTV, ...bodies], targets, more));
    expect(inside).toMatchObject({ inTarget: true, facts: { limit: 100, unit: 'Gy' } });
  });

  const OTHER: Cylinder = { ...ESOPHAGUS, name: 'Oesophagus', radiusMm: 7 };
  type Untold = readonly [string, readonly Cylinder[], Readonly<Record<string, unknown>>, readonly string[]];
  const UNTOLD: readonly Untold[] = [
    ['several', [ESOPHAGUS, OTHER, PTV], {}, ['Esophagus', 'Oesophagus']],
    ['derived', [{ ...ESOPHAGUS, name: 'upper' }, PTV], { derived: { Esophagus: 'upper' } }, ['Esophagus']],
    ['derived', [ESOPHAGUS, PTV], { derived: { Oesophagus: 'expand(Esophagus, 1 mm)' } }, ['Oesophagus']],
    [
      'quotation-mark',
      [{ ...ESOPHAGUS, name: 'gullet "a"' }, PTV],
      { organs: { 'gullet "a"': { organ: 'Esophagus' } } },
      ['gullet "a"'],
    ],
    ['no-ptv', [ESOPHAGUS], {}, ['Esophagus']],
  ];

  it.each(UNTOLD)(
    'that has no part outside to be judged by counts as outside, and why is said: %s',
    async (why, bodies, more, rois) => {
      const prior = (_x: number, _y: number, z: number) => (Math.abs(z) > 13.5 ? 20 : 60);
      const result = await assessed(prior, plan(60, 20), [GOAL, { ...GOAL, organ: 'Oesophagus' }], bodies, [], more);
      const said = result.findings.filter(({ code }) => code === 'oesophagus-not-told-apart');
      expect(said).toMatchObject([{ severity: 'warning', facts: { why, rois } }]);
      // What is drawn beside what the case derives has a part outside of its own, and is told apart.
      const outside = result.organs.flatMap(({ roi, goals }) =>
        goals.some(({ verdict, mandatory, inTarget }) => verdict === 'exceeded' && mandatory && !inTarget) ? [roi] : [],
      );
      expect(outside).toEqual(rois);
    },
  );

  it('has the drawn part beside the program’s own, and that is said', async () => {
    const drawn = { ...TIP, name: 'Esophagus-PTV' };
    const result = await assessed(() => 60, plan(60, 20), ['reirradiation-thorax'], [ESOPHAGUS, PTV, drawn]);
    const made = result.organs.find(({ roi }) => roi === 'Esophagus-PTV (program)');
    expect(made).toMatchObject({ organ: 'Esophagus-PTV', derivedFrom: 'Esophagus - PTV_5040' });
    // 80 mm of a cylinder of 8 mm less the 28 mm in the PTV, of which the fineness of its outline takes less than 1 %.
    expect(made!.volumeCc).toBeCloseTo((Math.PI * 64 * 52) / 1000, 1);
    const said = result.findings.find(({ code }) => code === 'derived-by-program')!;
    expect(said.message).toContain('Esophagus-PTV (program) stands beside what the files or the case call Esophagus-PTV');
    expect(result.findings.map(({ code }) => code)).not.toContain('organ-ambiguous');
  });

  it('has its limit carried over to the part outside as information that counts nowhere', async () => {
    const result = await assessed(
      () => 60,
      () => 60,
      ['reirradiation-thorax'],
    );
    const [outside] = goalsOf(result, 'Esophagus-PTV');
    expect(outside).toMatchObject({ goal: 'Dmax < 100 Gy', verdict: 'exceeded', mandatory: false });
    // The whole organ's own two goals, and no third.
    expect(result.overall.mandatoryExceeded).toBe(2);
  });
});
