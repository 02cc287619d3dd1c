import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseFile } from '../../src/case/case-file';
import { fractionGroup } from '../dicom/samples';
import { type Cylinder, loaded, planFile, twoCourses } from './written-case';

const body = (name: string, y: number): Cylinder => ({ name, x: 0, y, radiusMm: 8, fromMm: -5, toMm: 5 });
const { caseFile, files } = twoCourses(
  [body('SpinalCord', 20), body('Brainstem', -20), body('GTV', 0), body('PTV', 2)],
  () => 40,
  () => 45,
);
const TWICE = { fractionsPerDay: 2, hoursBetween: 6 };
const split = (...which: readonly boolean[]) =>
  caseFile.courses.map((course, c) => {
    const [phase] = course.phases as object[];
    return { ...course, phases: [{ ...phase, ...(which[c] && TWICE) }] };
  });
const refusal = async (organs: CaseFile['organs'], more: object = {}) => {
  try {
    assess(await loaded({ ...caseFile, courses: split(true), robustness: false, organs, ...more }, files));
    return 'assessed';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('several fractions a day', () => {
  it('without half-times name every organ and course, and what is to be written', async () => {
    expect(await refusal({})).toBe(
      'case.json: organs.Brainstem.repairHalfTimeHours, organs.GTV.repairHalfTimeHours, organs.PTV.repairHalfTimeHours: ' +
        'found nothing, and the tissue table has no half-time of repair for them, with several fractions a day in "first"; ' +
        'needed for each of them the half-time of repair between fractions, in hours: "organs": { "Brainstem": { "repairHalfTimeHours": HOURS } }',
    );
    const both = await refusal(
      { PTV: { repairHalfTimeHours: 2 }, GTV: { repairHalfTimeHours: 2 } },
      { courses: split(true, true) },
    );
    expect(both).toContain('case.json: organs.Brainstem.repairHalfTimeHours: found nothing');
    expect(both).toContain('for it, with several fractions a day in "first", "second"');
  });

  it('ask for none of what is made from an organ that is asked for, and for that of a ring', async () => {
    const derived = { Rim: 'PTV - GTV', Ring: 'expand(PTV, 5 mm) - PTV' };
    const stem = { Brainstem: { repairHalfTimeHours: 3 }, Ring: { alphaBetaGy: 3 } };
    const said = await refusal(stem, { derived });
    expect(said).toMatch(/organs\.GTV\.repairHalfTimeHours, organs\.PTV\.\w+, organs\.Ring\.repairHalfTimeHours: found/);
    expect(said).not.toContain('organs.Rim');
    const targets = { PTV: { repairHalfTimeHours: 2 }, GTV: { repairHalfTimeHours: 2 } };
    const all = { ...stem, ...targets, Ring: { alphaBetaGy: 3, repairHalfTimeHours: 4 } };
    expect(await refusal(all, { derived })).toBe('assessed');
  });

  it('with LQ-L name the organs that have it', async () => {
    const hours = { repairHalfTimeHours: 2 };
    const organs = { Brainstem: hours, GTV: hours, PTV: { ...hours, lqL: { transitionGyPerFraction: 6 } } };
    expect(await refusal(organs, { derived: { Rim: 'PTV - GTV' } })).toBe(
      'case.json: organs.PTV.lqL: found LQ-L together with several fractions a day in "first"; needed one or the other: no published formula joins them',
    );
  });

  it('of a plan that the case says nothing of stop the goals of its course, until a person answers', async () => {
    const pattern = { NumberOfFractionPatternDigitsPerDay: 2, RepeatFractionCycleLength: 1, FractionPattern: '11111111110000' };
    const twice = planFile(28, '1.2.3.61', { FractionGroupSequence: [fractionGroup(pattern)] });
    const name = 'prior/RP.dcm';
    const cord = async (edit: object) => {
      const changed = { ...caseFile, robustness: false as const, ...edit };
      const { organs, findings } = assess(await loaded(changed, { ...files, [name]: twice }));
      const its = organs.find(({ roi }) => roi === 'SpinalCord')!.goals;
      return {
        codes: [...new Set(its.map(({ code }) => code))],
        asked: findings.find(({ code }) => code === 'plan-of-several-a-day'),
        told: findings.filter(({ code }) => code === 'fractions-a-day-differ-from-plan').length,
      };
    };
    const open = await cord({});
    expect(open.codes).toContain('question-open');
    expect(open.asked).toMatchObject({ severity: 'error', answerable: true, file: name });
    const { code, sha256 } = open.asked!;
    const answered = await cord({ answers: [{ code, sha256, by: 'MP', on: '2026-01-01', why: 'treated once a day' }] });
    expect(answered.codes).not.toContain('question-open');
    const [first, ...others] = caseFile.courses;
    const once = [{ ...first, phases: [{ dose: 'prior/RD.dcm', fractionsPerDay: 1 }] }, ...others];
    expect(await cord({ courses: once })).toMatchObject({ asked: undefined, told: 1 });
  });
});
