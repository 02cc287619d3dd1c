import { describe, expect, it } from 'vitest';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import type { UnusableFile } from '../../src/inspection/inspect';
import { proposeCase } from '../../src/inspection/propose-case';
import { buildStudy } from '../../src/study/build-study';
import type { StudyObject } from '../../src/study/study-object';
import { dose, plan } from '../study/objects';

const NOW = '2024-06-01';
const structures = (name: string, frame: string): RtStructureSet => ({
  ...plan(),
  kind: 'structures',
  file: `${name}/RS.dcm`,
  sopInstanceUid: `structures ${name}`,
  label: '',
  rois: [
    {
      number: 4,
      name: 'PTV',
      frameOfReferenceUid: frame,
      contours: [{ geometricType: 'CLOSED_PLANAR', pointsMm: new Float64Array(9) }],
    },
  ],
  referencedFrames: [],
});
const planOf = (name: string, date: string) =>
  plan({
    file: `${name}/RP.dcm`,
    sopInstanceUid: `plan ${name}`,
    label: name,
    date,
    referencedStructureSetUid: `structures ${name}`,
  });
const doseOf = (name: string, frame: string) => {
  const { frameOfReferenceUid: _, ...rest } = dose({
    file: `${name}/RD.dcm`,
    sopInstanceUid: `dose ${name}`,
    referencedPlans: [{ sopInstanceUid: `plan ${name}`, fractionGroups: [] }],
  });
  return frame === '' ? rest : { ...rest, frameOfReferenceUid: frame };
};
const old = [planOf('old', '20220110'), doseOf('old', '1.1'), structures('old', '1.1')];
const broken = (file: string, head?: UnusableFile['head']): UnusableFile => ({
  file,
  reason: 'broken off',
  refusal: { kind: 'file', file, found: 'half of the pixels', needed: 'all of them' },
  ...(head && { head }),
});
const propose = (objects: readonly StudyObject[], unusable: readonly UnusableFile[] = []) => {
  const { caseFile, guesses, missing } = proposeCase(buildStudy(objects), unusable, NOW);
  return {
    roles: caseFile?.courses.map(({ name, role }) => [name, role]),
    structures: caseFile?.structures,
    guesses: guesses.map(({ code }) => code),
    left: guesses.flatMap((guess) => (guess.code === 'course-left-out' ? guess.facts.files : [])),
    missing: missing.map(({ code }) => code),
    said: missing.map(({ message }) => message).join('\n'),
  };
};

describe('a case of files of which some cannot be used', () => {
  it('has the older course as prior where the dose of the newer one lies in no frame of reference', () => {
    const made = propose([...old, planOf('new', '20230515'), doseOf('new', ''), structures('new', '1.9')]);
    expect(made.roles).toEqual([['old', 'prior']]);
    expect(made.structures).toBe('new/RS.dcm');
    expect(made.missing).toEqual(
      expect.arrayContaining(['file-left-out', 'plan-without-dose', 'one-usable-course', 'no-registration']),
    );
    expect(made.missing).not.toContain('one-course');
    expect(made.guesses).not.toContain('only-course');
    expect(made.said).toContain('new/RD.dcm: (0020,0052) FrameOfReferenceUID: found nothing');
    expect(made.left).toEqual(['new/RD.dcm', 'new/RP.dcm']);
  });

  it('has the newer course as planned where the dose of the older one cannot be read', () => {
    const made = propose(
      [...old.filter(({ kind }) => kind !== 'dose'), planOf('new', '20230515'), doseOf('new', '1.9'), structures('new', '1.9')],
      [broken('old/RD.dcm', { kind: 'dose', planUids: ['plan old'] })],
    );
    expect(made.roles).toEqual([['new', 'planned']]);
    expect(made.guesses).toContain('role-by-date');
    expect(made.left).toEqual(['old/RD.dcm', 'old/RP.dcm']);
    expect(made.said).toContain('old/RD.dcm: found half of the pixels; needed all of them');
  });

  it('tells no role beside a dose that cannot be read and whose plan is not here, but by its date', () => {
    const unread = (studyDate?: string) => broken('x.dcm', { kind: 'dose', planUids: ['?'], ...(studyDate && { studyDate }) });
    expect(propose(old, [unread()])).toMatchObject({ roles: [['old', undefined]], left: ['x.dcm'] });
    expect(propose(old, [unread('20230515')]).roles).toEqual([['old', 'prior']]);
    expect(propose(old, [unread('20150515')]).roles).toEqual([['old', 'planned']]);
  });

  it.each([
    ['of which nothing is known', broken('x.dcm')],
    ['that is a dose whose plan has another one', broken('x.dcm', { kind: 'dose', planUids: ['plan old'] })],
  ])('names a file %s, and passes it over', (_, file) => {
    const made = propose(old, [file]);
    expect(made.roles).toEqual([['old', 'planned']]);
    expect(made.missing).toEqual(expect.arrayContaining(['file-left-out', 'one-course']));
    expect(made.left).toEqual([]);
  });

  it('counts a plan without a dose that may be a phase of the only course to it, and does not call that the only one', () => {
    const boost = { ...planOf('boost', '20220120'), referencedStructureSetUid: 'structures old' };
    const made = propose([...old, boost]);
    expect(made.roles).toEqual([['old', 'planned']]);
    expect(made.guesses).not.toContain('only-course');
    expect(made.missing).toEqual(['plan-without-dose', 'one-usable-course']);
    expect(made.left).toEqual(['boost/RP.dcm']);
  });

  it('takes a dose that names no plan for that of a plan of its frame, and calls no plan without a dose', () => {
    const nameless = { ...doseOf('old', '1.1'), referencedPlans: [] };
    const made = propose([planOf('old', '20220110'), nameless, structures('old', '1.1')]);
    expect(made.missing).toEqual(['no-fractions', 'one-course']);
    expect(made.left).toEqual([]);
  });

  it('says of a structure set that cannot be read, and is silent of images', () => {
    const made = propose(old, [
      broken('RS2.dcm', { kind: 'structures', planUids: [] }),
      broken('CT.dcm', { kind: 'ct', planUids: [] }),
    ]);
    expect(made.missing).toEqual(['file-left-out', 'one-course']);
    expect(made.said).toContain('RS2.dcm');
    expect(made.said).not.toContain('CT.dcm');
    expect(made.left).toEqual([]);
  });
});
