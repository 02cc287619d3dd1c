import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { Session } from '../../src/assessment/session';
import type { CaseFile } from '../../src/case/case-file';
import { type Assessment, evaluatedOrgans, type OrganResult } from '../../src/evaluation/assessment';
import { incompleteRepairFactor } from '../../src/radiobiology/incomplete-repair';
import { htmlReport } from '../../src/report/html-report';
import { accessTo, type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

/* 40 Gy and then 45 Gy everywhere, in 28 fractions each: every part of an organ has the organ's figures. */

const body = (name: string, x: number, y: number, radiusMm: number): Cylinder => ({
  name,
  x,
  y,
  radiusMm,
  fromMm: -9,
  toMm: 9,
});
const BODIES = [
  body('SpinalCord', 0, 20, 5),
  body('Esophagus', 0, 0, 6),
  body('PTV', 0, 4, 12),
  body('Lung_L', 30, 0, 8),
  body('Lung_R', -30, 0, 8),
];
const PRIOR_GY = 40;
const PLANNED_GY = 45;
const written = twoCourses(
  BODIES,
  () => PRIOR_GY,
  () => PLANNED_GY,
);
const [first, second] = written.caseFile.courses;
const COURSES = [first, { ...second, targets: [{ roi: 'PTV', doseGy: PLANNED_GY }] }];
const DERIVED = { CordHot: 'expand(PTV, 15 mm) & SpinalCord', SpinalCord_PRV05: 'expand(SpinalCord, 5 mm)' };
const LIMITS = ['SpinalCord', 'CordHot'].map((organ) => ({ organ, goal: 'Dmax < 73 Gy', source: 's' }));

const caseWith = (more: object): object => ({
  ...written.caseFile,
  courses: COURSES,
  constraints: LIMITS,
  robustness: false,
  derived: DERIVED,
  ...more,
});
const result = async (organs: CaseFile['organs'], more: object = {}) =>
  assess(await loaded(caseWith({ organs, ...more }), written.files));
const organ = ({ organs }: Assessment, roi: string): OrganResult => {
  const found = evaluatedOrgans(organs).find((each) => each.roi === roi);
  if (!found) throw new Error(`${roi} is not in the result`);
  return found;
};
const sumGy = (alphaBetaGy: number, kept = 1) => kept * eqd2Gy(PRIOR_GY, 28, alphaBetaGy) + eqd2Gy(PLANNED_GY, 28, alphaBetaGy);
const dmax = (of: Assessment, roi: string) => organ(of, roi).metrics.Dmax.cumulativeEqd2Gy;
const refusal = (organs: CaseFile['organs'], more: object = {}) =>
  result(organs, more).then(
    () => 'loaded',
    ({ message }: Error) => message,
  );

describe('what is made from an organ', () => {
  it('has the alpha/beta that the case has for the organ, and says whose it is', async () => {
    const of = await result({ SpinalCord: { alphaBetaGy: 1, alphaBetaSource: 'mine' } });
    for (const roi of ['SpinalCord', 'CordHot', 'SpinalCord_PRV05']) {
      // The engine holds doses as 32-bit floats.
      expect(dmax(of, roi)).toBeCloseTo(sumGy(1), 3);
    }
    expect(organ(of, 'SpinalCord').alphaBetaSource).toBe('mine');
    expect(organ(of, 'SpinalCord').inherited).toBeUndefined();
    expect(organ(of, 'CordHot').alphaBetaSource).toBe('as SpinalCord, which it is made from: mine');
    expect(organ(of, 'CordHot').inherited).toEqual([{ field: 'alphaBetaGy', from: ['SpinalCord'] }]);
    const verdicts = ['SpinalCord', 'CordHot'].map((roi) => organ(of, roi).goals[0].verdict);
    // 71.5 Gy at 1 Gy, 74.9 Gy at the table's 2 Gy: fractions are below 2 Gy.
    expect(verdicts).toEqual(['met', 'met']);
    expect(organ(await result({}), 'CordHot').inherited).toBeUndefined();
  });

  it('has its recovery and half-time, each where it sets none itself', async () => {
    const twice = { ...first, phases: [{ dose: 'prior/RD.dcm', fractionsPerDay: 2, hoursBetween: 6 }] };
    const organs = {
      SpinalCord: { repairHalfTimeHours: 4, recovery: [0.25] },
      CordHot: { recovery: 0.5 },
      PTV: { repairHalfTimeHours: 1 },
    };
    const of = await result(organs, { courses: [twice, COURSES[1]] });
    const h = incompleteRepairFactor({ fractionsPerDay: 2, hoursBetween: 6, repairHalfTimeHours: 4 });
    const prior = (PRIOR_GY * (1 + ((1 + h) * PRIOR_GY) / 28 / 2)) / 2;
    const planned = eqd2Gy(PLANNED_GY, 28, 2);
    expect(dmax(of, 'SpinalCord')).toBeCloseTo(0.75 * prior + planned, 3);
    expect(dmax(of, 'SpinalCord_PRV05')).toBeCloseTo(0.75 * prior + planned, 3);
    expect(dmax(of, 'CordHot')).toBeCloseTo(0.5 * prior + planned, 3);
    expect(organ(of, 'CordHot').inherited).toEqual([{ field: 'repairHalfTimeHours', from: ['SpinalCord'] }]);
    expect(of.findings.find(({ code }) => code === 'incomplete-repair')?.facts).toMatchObject({
      ownHalfTimes: ['SpinalCord', 'PTV', 'CordHot', 'SpinalCord_PRV05'],
    });
    const report = htmlReport(of, { createdAt: new Date(0) });
    expect(report).toContain('half-time of repair as SpinalCord, which it is made from');
    expect(report).toContain('half-time of repair, recovery as SpinalCord, which it is made from');
  });

  it('has its LQ-L', async () => {
    const lqL = { transitionGyPerFraction: 6 };
    const courses = [{ ...first, phases: [{ dose: 'prior/RD.dcm', fractions: 5 }] }, COURSES[1]];
    const of = await result({ SpinalCord: { lqL } }, { courses });
    // 8 Gy a fraction: 6 of them LQ at alpha/beta 2, the rest with the slope 1 + 2 x 6 / 2 of the curve there.
    const prior = (5 * (6 * (1 + 6 / 2) + 7 * 2)) / 2;
    for (const roi of ['SpinalCord', 'CordHot', 'SpinalCord_PRV05']) {
      expect(organ(of, roi).models).toEqual([{ kind: 'lq-l', ...lqL }]);
      expect(dmax(of, roi)).toBeCloseTo(prior + eqd2Gy(PLANNED_GY, 28, 2), 3);
    }
    expect(of.settings.model).toContain('LQ-L above 6 Gy a fraction for CordHot');
  });

  it('has what is set for the nearest of those that it is made from, one after another', async () => {
    const derived = { ...DERIVED, Near: 'SpinalCord_PRV05 & expand(PTV, 15 mm)', Nearer: 'contract(Near, 1 mm)' };
    const of = await result({ SpinalCord: { alphaBetaGy: 1, recovery: 0.2 }, SpinalCord_PRV05: { alphaBetaGy: 4 } }, { derived });
    expect(dmax(of, 'Nearer')).toBeCloseTo(sumGy(4, 0.8), 3);
    expect(organ(of, 'Nearer').inherited).toEqual([
      { field: 'alphaBetaGy', from: ['SpinalCord_PRV05'] },
      { field: 'recovery', from: ['SpinalCord'] },
    ]);
  });

  it('is so where the program makes it', async () => {
    const wide = { ...BODIES[1], fromMm: -19, toMm: 19 };
    const { files } = twoCourses(
      [BODIES[0], wide, ...BODIES.slice(2)],
      () => PRIOR_GY,
      () => PLANNED_GY,
    );
    const of = assess(await loaded(caseWith({ organs: { Esophagus: { alphaBetaGy: 10 } } }), files));
    for (const roi of ['Esophagus', 'Esophagus-PTV', 'Esophagus_in_PTV']) expect(dmax(of, roi)).toBeCloseTo(sumGy(10), 3);
  });

  it('is of a target’s overall time only where it is target', async () => {
    const repopulation = { dProlifGyPerDay: 0.6, kickOffDays: 21 };
    const derived = { ...DERIVED, Cool: 'PTV - Esophagus', Hot: 'Esophagus & PTV' };
    const days = { started: '2022-01-24', completed: '2022-03-04' };
    const courses = [
      { ...first, ...days },
      { ...COURSES[1], completed: '2023-07-10' },
    ];
    const of = await result({ PTV: { repopulation } }, { derived, courses });
    expect(organ(of, 'Cool').models).toEqual(organ(of, 'PTV').models);
    expect(organ(of, 'Cool').models).toEqual([{ kind: 'overall-time', ...repopulation }]);
    expect(organ(of, 'Hot').models).toBeUndefined();
  });

  it('keeps to its own name where that is another organ’s', async () => {
    const of = await result({ Esophagus: { alphaBetaGy: 1 } }, { derived: { ...DERIVED, Trachea: 'Esophagus & PTV' } });
    expect(dmax(of, 'Trachea')).toBeCloseTo(sumGy(3), 3);
  });
});

describe('a goal of the organ that the name says', () => {
  it('has nothing of what the case sets for a target that it is made from', async () => {
    const more = {
      derived: { Heart: 'contract(PTV, 2 mm)' },
      constraints: [{ organ: 'Heart', goal: 'Dmax < 200 Gy', source: 's' }],
    };
    const of = organ(await result({ PTV: { alphaBetaGy: 4.9 }, Heart: { organ: 'GTV' } }, more), 'Heart');
    expect([of.alphaBetaGy, of.goals[0].alphaBetaGy, of.goals[0].alphaBetaOf]).toEqual([4.9, 3, 'Heart']);
  });
});

describe('what is made from several of one tissue', () => {
  it('has what they agree in, and is asked for the rest', async () => {
    const both = { Lung_L: { alphaBetaGy: 3, recovery: 0.1 }, Lung_R: { alphaBetaGy: 3, recovery: 0.1 } };
    const of = await result(both);
    expect(dmax(of, 'Lungs')).toBeCloseTo(sumGy(3, 0.9), 3);
    expect(organ(of, 'Lungs').alphaBetaSource).toBe('as Lung_L and Lung_R, which it is made from: set by the user in the case');
    expect(await refusal({ ...both, Lung_R: { recovery: 0.1 } })).toBe(
      'case.json: organs.Lungs.alphaBetaGy: found nothing, and different values of what it is made from (Lung_L 3, Lung_R 4); needed a value of its own, or the same for all that it is made from',
    );
    expect(await refusal({ Lung_L: { recovery: 0.1 } })).toContain('organs.Lungs.recovery: found nothing');
    // The table's own value on one side is no difference, and an entry of its own ends the question.
    expect(dmax(await result({ Lung_L: { alphaBetaGy: 4 } }), 'Lungs')).toBeCloseTo(sumGy(4), 3);
    const own = await result({ Lung_L: { alphaBetaGy: 3 }, Lungs: { alphaBetaGy: 5 } });
    expect(dmax(own, 'Lungs')).toBeCloseTo(sumGy(5), 3);
  });
});

describe('what is tried on an organ', () => {
  const asked = async (organs: CaseFile['organs'], tried: object) => {
    const session = new Session(accessTo(written.files));
    const read = await session.read(JSON.stringify(caseWith({ organs })), 'case.json');
    session.ask(read);
    return session.ask(read, { plannedScale: 1, organs: { ...tried } }).assessment;
  };

  it('moves what is made from it, unless that has its own or is tried itself', async () => {
    const of = await asked({ SpinalCord_PRV05: { alphaBetaGy: 4 } }, { SpinalCord: { alphaBetaGy: 1, recovery: 0.1 } });
    expect(dmax(of, 'CordHot')).toBeCloseTo(sumGy(1, 0.9), 3);
    expect(dmax(of, 'SpinalCord_PRV05')).toBeCloseTo(sumGy(4, 0.9), 3);
    const two = await asked({}, { SpinalCord: { alphaBetaGy: 1 }, CordHot: { alphaBetaGy: 2 } });
    expect(dmax(two, 'CordHot')).toBeCloseTo(sumGy(2), 3);
  });

  it('of one of several parts leaves the whole as the case has it', async () => {
    const both = { Lung_L: { alphaBetaGy: 3 }, Lung_R: { alphaBetaGy: 3 } };
    const of = await asked(both, { Lung_L: { alphaBetaGy: 9 } });
    expect([dmax(of, 'Lung_L'), dmax(of, 'Lungs')]).toEqual([expect.closeTo(sumGy(9), 3), expect.closeTo(sumGy(3), 3)]);
  });

  it('is tried on what the case sets by the organ’s name', async () => {
    const named = twoCourses(
      [{ ...BODIES[0], name: 'Myelon' }, ...BODIES.slice(1)],
      () => PRIOR_GY,
      () => PLANNED_GY,
    );
    const session = new Session(accessTo(named.files));
    const derived = { P: 'expand(Myelon, 1 mm)' };
    const text = JSON.stringify(caseWith({ organs: { SpinalCord: { recovery: 0.5 } }, derived, constraints: [LIMITS[0]] }));
    const read = await session.read(text, 'case.json');
    const of = session.ask(read, { plannedScale: 1, organs: { Myelon: { alphaBetaGy: 1 } } }).assessment;
    expect([dmax(of, 'Myelon'), dmax(of, 'P')]).toEqual([expect.closeTo(sumGy(1, 0.5), 3), expect.closeTo(sumGy(1, 0.5), 3)]);
  });
});

describe('an alpha/beta of the case', () => {
  const found = ({ findings }: Assessment) =>
    findings.flatMap((finding) => (finding.code === 'own-alpha-beta' ? [finding.facts as Record<string, unknown>] : []));

  it('is told with what has it from there, whose own verdict with the table’s stands beside', async () => {
    const facts = found(await result({ SpinalCord: { alphaBetaGy: 1 } }));
    const table = { verdict: 'exceeded', value: expect.closeTo(sumGy(2), 3) };
    expect(facts).toEqual([
      {
        roi: 'SpinalCord',
        ownGy: 1,
        tableGy: 2,
        inheritedBy: ['CordHot', 'SpinalCord_PRV05'],
        withTable: expect.objectContaining(table),
      },
      { roi: 'CordHot', ownGy: 1, tableGy: 2, from: ['SpinalCord'], withTable: expect.objectContaining(table) },
    ]);
  });

  it('of a ring, which no table has, is set against no table', async () => {
    const derived = { ...DERIVED, Ring: 'expand(PTV, 15 mm) - PTV' };
    expect(found(await result({ Ring: { alphaBetaGy: 3 } }, { derived }))).toEqual([]);
  });

  it('that no tissue has is asked of all that have it', async () => {
    const of = await result({ SpinalCord: { alphaBetaGy: 0.2 } });
    const asking = of.findings.filter(({ code }) => code === 'alpha-beta-implausible').map(({ roi }) => roi);
    expect(asking).toEqual(['SpinalCord', 'CordHot', 'SpinalCord_PRV05']);
    expect(organ(of, 'CordHot').goals[0].code).toBe('question-open');
  });
});
