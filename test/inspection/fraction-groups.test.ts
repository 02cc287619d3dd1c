import { describe, expect, it } from 'vitest';
import { inspectText } from '../../src/cli/inspect-text';
import { inspectionOf } from '../../src/inspection/inspect';
import { proposeCase } from '../../src/inspection/propose-case';
import { buildStudy } from '../../src/study/build-study';
import type { StudyObject } from '../../src/study/study-object';
import { dose, group, plan } from '../study/objects';

const NOW = '2024-06-01';

/** A dose of these groups of the plan; of all of it where none are given. */
const ofGroups = (
  file: string,
  doseSummationType: string,
  groups: readonly number[],
  changes: Parameters<typeof dose>[0] = {},
  beams: readonly number[] = [],
) =>
  dose({
    file,
    sopInstanceUid: `uid of ${file}`,
    doseSummationType,
    referencedPlans: [
      {
        sopInstanceUid: 'uid of RP.dcm',
        fractionGroups: groups.map((number) => ({ number, beamNumbers: beams })),
      },
    ],
    ...changes,
  });
const withGy = (number: number, fractions: number | undefined, beams: readonly number[], gy: number) => ({
  ...group(number, fractions, beams),
  beamDosesGy: beams.map(() => gy),
});
/** 9 fractions of 2 Gy by two beams, and 8 of 2 Gy by a third. */
const TWO = [withGy(1, 9, [1, 2], 1), withGy(2, 8, [4], 2)];
const twoGroups = (changes: Parameters<typeof plan>[0] = {}) => plan({ date: '20230501', fractionGroups: TWO, ...changes });
const made = (...objects: StudyObject[]) => {
  const study = buildStudy(objects);
  const { caseFile, missing, guesses } = proposeCase(study, [], NOW);
  const inspected = inspectionOf({ objects, unreadable: [], foreign: [] }, study);
  return {
    doses: caseFile?.courses.flatMap(({ phases }) => phases.map((phase) => phase.dose)),
    missing: missing.filter(({ code }) => code.startsWith('group-')),
    said: missing.map(({ message }) => message).join('\n'),
    guesses: guesses.filter(({ field }) => field.endsWith('.dose')),
    inspected,
    asked: inspected.findings.filter(({ severity }) => severity === 'error'),
  };
};

describe('a plan of several fraction groups of which one has no dose', () => {
  it.each(['FRACTION', 'PLAN'])('is told as missing that group, beside a %s dose of the other', (type) => {
    const { doses, missing, asked } = made(twoGroups(), ofGroups('G1.dcm', type, [1]));
    expect(doses).toEqual(['G1.dcm']);
    const facts = { plan: 'dCRT', file: 'RP.dcm', group: 2, fractions: 8, doseGy: 16 };
    expect(missing).toMatchObject([{ code: 'group-without-dose', facts }]);
    expect(missing[0].message).toBe(
      'a dose of plan dCRT (RP.dcm), fraction group 2 (8 fractions, 16 Gy by its beams): what it gives is not in the case',
    );
    expect(asked).toMatchObject([{ code: 'fraction-group-without-dose', answerable: true, file: 'RP.dcm' }]);
  });

  it('is told as missing each of two, without Gy where the plan has none of them', () => {
    const three = plan({ date: '20230501', fractionGroups: [group(1, 5), group(2, 4), group(3, undefined)] });
    const { missing, asked } = made(three, ofGroups('G2.dcm', 'FRACTION', [2]));
    expect(missing.map(({ facts }) => facts)).toEqual([
      { plan: 'dCRT', file: 'RP.dcm', group: 1, fractions: 5 },
      { plan: 'dCRT', file: 'RP.dcm', group: 3, fractions: '?' },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0].message).toContain('fraction group 1 (5 fractions), 3 (? fractions)');
  });

  it.each([
    ['of no fraction and no dose', { ...group(2, undefined, [4]), fractionsPlannedText: '0' }],
    ['of set-up beams alone', group(2, 8, [3])],
  ])('lacks nothing where that is %s, and the other group has the whole dose', (_, second) => {
    const { doses, missing, asked } = made(
      plan({ date: '20230501', fractionGroups: [withGy(1, 9, [1, 2], 1), second] }),
      ofGroups('RD.dcm', 'PLAN', []),
    );
    expect({ doses, missing, asked }).toEqual({ doses: ['RD.dcm'], missing: [], asked: [] });
  });

  it('of no fraction that has a dose is not taken for nothing', () => {
    const second = { ...withGy(2, undefined, [4], 2), fractionsPlannedText: '0' };
    const { missing } = made(plan({ date: '20230501', fractionGroups: [TWO[0], second] }), ofGroups('G1.dcm', 'PLAN', [1]));
    expect(missing).toMatchObject([{ code: 'group-without-dose', facts: { group: 2, fractions: '0' } }]);
  });
});

describe('a sum of plans', () => {
  const boost = plan({ file: 'RP2.dcm', sopInstanceUid: 'uid of RP2.dcm', label: 'boost', date: '20230510' });
  const third = plan({ file: 'RP3.dcm', sopInstanceUid: 'uid of RP3.dcm', label: 'third', date: '20230511' });
  const sumOf = (...uids: readonly string[]) =>
    ofGroups('sum.dcm', 'MULTI_PLAN', [], {
      referencedPlans: uids.map((sopInstanceUid) => ({ sopInstanceUid, fractionGroups: [] })),
    });
  const first = plan({ date: '20230501' });
  const both = sumOf('uid of RP.dcm', 'uid of RP2.dcm');
  const lacking = (...objects: StudyObject[]) => {
    const { missing, guesses } = proposeCase(buildStudy(objects), [], NOW);
    const left = guesses.flatMap((guess) => (guess.code === 'course-left-out' ? guess.facts.files : []));
    const asked = missing.flatMap((each) => (each.code === 'plan-without-dose' ? [each.facts.file] : []));
    return { asked, left };
  };

  it('is no dose of a plan of its own where it is not counted beside that of another', () => {
    expect(lacking(first, boost, dose(), both)).toEqual({ asked: ['RP2.dcm'], left: ['RP2.dcm'] });
    const three = sumOf('uid of RP.dcm', 'uid of RP2.dcm', 'uid of RP3.dcm');
    expect(lacking(first, boost, third, dose(), three).asked).toEqual(['RP2.dcm', 'RP3.dcm']);
  });

  it('is the dose of all of them where no other is there', () => {
    expect(lacking(first, boost, both)).toEqual({ asked: [], left: [] });
  });

  it('is not called another dose of the same plan', () => {
    const [guess] = made(first, boost, dose(), both).guesses;
    expect(guess.facts).toEqual({ taken: ['RD.dcm'], others: [], sums: ['sum.dcm'] });
    expect(guess.message).toBe('RD.dcm is taken; sum.dcm is of several plans, this one among them, and is not counted.');
  });

  it('is shown as that, with the plans that are here', () => {
    const text = (...objects: StudyObject[]) => inspectText(made(...objects).inspected);
    expect(text(first, boost, dose(), both)).toContain('the sum of plans dCRT, boost');
    expect(text(first, dose(), both)).toContain('the sum of several plans, dCRT among them');
    expect(text(both)).toContain('of several plans, none of them among the files');
  });
});

describe('a dose of one of several fraction groups', () => {
  it('is shown with the fractions of that group', () => {
    const objects = [twoGroups(), ofGroups('G2.dcm', 'FRACTION', [2]), ofGroups('B1.dcm', 'BEAM', [1], {}, [1])];
    const { inspected } = made(...objects);
    expect(inspected.doses.map((each) => each.plan)).toMatchObject([
      { groups: [2], fractions: [8] },
      { groups: [1], fractions: [9] },
    ]);
    expect(inspectText(inspected)).toContain('of plan dCRT, fraction group 2, 8 fractions');
  });
});

describe('doses of all fraction groups of a plan', () => {
  const phasesOf = (...objects: StudyObject[]) => {
    const { doses, missing, guesses, inspected } = made(twoGroups(), ...objects);
    const doubled = inspected.findings.filter(({ code }) => code === 'two-doses-of-one-plan');
    return {
      doses,
      missing,
      others: guesses.flatMap((guess) => (guess.code === 'one-of-doses' ? guess.facts.others : [])),
      doubled: doubled.flatMap(({ facts }) => (facts as { files: string[] }).files),
    };
  };
  const single = { missing: [], others: [], doubled: [] };

  it.each([
    ['a PLAN dose of one and a FRACTION dose of the other', 'PLAN', 'FRACTION'],
    ['a PLAN dose of each', 'PLAN', 'PLAN'],
    ['a FRACTION dose of one and a RECORD of the other', 'FRACTION', 'RECORD'],
  ])('make a phase of each: %s', (_, one, two) => {
    const found = phasesOf(ofGroups('G2.dcm', two, [2]), ofGroups('G1.dcm', one, [1]));
    expect(found).toEqual({ ...single, doses: ['G1.dcm', 'G2.dcm'] });
  });

  it('make a phase of the beams of each, and of a file and beams', () => {
    const one = [1, 2].map((beam) => ofGroups(`B${beam}.dcm`, 'BEAM', [1], {}, [beam]));
    const two = ofGroups('B4.dcm', 'BEAM', [2], {}, [4]);
    expect(phasesOf(two, ...one)).toEqual({ ...single, doses: [['B1.dcm', 'B2.dcm'], 'B4.dcm'] });
    const file = ofGroups('G2.dcm', 'FRACTION', [2]);
    expect(phasesOf(file, ...one).doses).toEqual([['B1.dcm', 'B2.dcm'], 'G2.dcm']);
  });

  it('are taken before a dose of both, which does not say how it splits', () => {
    const each = [ofGroups('G1.dcm', 'FRACTION', [1]), ofGroups('G2.dcm', 'PLAN', [2])];
    const sum = { doseGridScaling: 0.02 };
    expect(phasesOf(ofGroups('RD.dcm', 'PLAN', [], sum), ...each)).toEqual({
      ...single,
      doses: ['G1.dcm', 'G2.dcm'],
    });
    // Its values are told where they are not the sum of the two: here half of it.
    expect(phasesOf(ofGroups('RD.dcm', 'PLAN', []), ...each)).toEqual({
      doses: ['G1.dcm', 'G2.dcm'],
      missing: [],
      others: ['RD.dcm'],
      doubled: ['RD.dcm', 'G1.dcm + G2.dcm'],
    });
  });

  it('are not taken before a dose of both where one group has none', () => {
    const { doses } = phasesOf(ofGroups('G1.dcm', 'FRACTION', [1]), ofGroups('RD.dcm', 'PLAN', []));
    expect(doses).toEqual(['RD.dcm']);
  });
});

describe('a second dose of the same in another form', () => {
  const found = (...objects: StudyObject[]) => {
    const { guesses, inspected, doses } = made(plan({ date: '20230501' }), ...objects);
    const doubled = inspected.findings.find(({ code }) => code === 'two-doses-of-one-plan');
    const others = guesses.flatMap((guess) => (guess.code === 'one-of-doses' ? guess.facts.others : []));
    return { doses, others, files: (doubled?.facts as { files: string[] } | undefined)?.files };
  };
  const whole = ofGroups('RD.dcm', 'PLAN', []);
  const fraction = (doseGridScaling: number) => ofGroups('F.dcm', 'FRACTION', [1], { doseGridScaling });
  const beams = (doseGridScaling: number) =>
    [1, 2].map((beam) => ofGroups(`B${beam}.dcm`, 'BEAM', [1], { doseGridScaling }, [beam]));

  it('is told where it has other values', () => {
    expect(found(fraction(0.011), whole)).toEqual({
      doses: ['RD.dcm'],
      others: ['F.dcm'],
      files: ['RD.dcm', 'F.dcm'],
    });
    expect(found(...beams(0.0055), whole)).toEqual({
      doses: ['RD.dcm'],
      others: ['B1.dcm', 'B2.dcm'],
      files: ['RD.dcm', 'B1.dcm + B2.dcm'],
    });
    expect(found(...beams(0.004), fraction(0.01)).others).toEqual(['B1.dcm', 'B2.dcm']);
  });

  it('is told where it lies on another grid, and nobody sees that it is the same', () => {
    const elsewhere = ofGroups('F.dcm', 'FRACTION', [1], { imagePositionMm: [2, 0, 0] });
    expect(found(elsewhere, whole).others).toEqual(['F.dcm']);
  });

  it('is none where it has the same values, or is not all of it', () => {
    const same = { doses: ['RD.dcm'], others: [], files: undefined };
    expect(found(fraction(0.01), whole)).toEqual(same);
    expect(found(...beams(0.005), whole)).toEqual(same);
    expect(found(beams(0.003)[0], whole)).toEqual(same);
  });
});
