import { describe, expect, it } from 'vitest';
import type { SpatialRegistration } from '../../src/dicom/spatial-registration';
import { buildStudy } from '../../src/study/build-study';
import { ctSeriesOf } from '../../src/study/ct-series';
import { joinedFrames } from '../../src/study/frames';
import { dose, group, plan } from './objects';

const codesOf = (objects: Parameters<typeof buildStudy>[0]) => buildStudy(objects).findings.map(({ code }) => code);
const registration = (from: string, to: string) =>
  ({ frameOfReferenceUid: to, items: [{ sourceFrameOfReferenceUid: from }] }) as unknown as SpatialRegistration;

describe('what belongs together', () => {
  it('a dose is linked to the plan it references', () => {
    const study = buildStudy([plan(), dose()]);
    expect(study.doses[0].plan?.file).toBe('RP.dcm');
    expect(study.findings).toEqual([]);
  });

  it('an object that is there twice is taken once', () => {
    const study = buildStudy([plan(), dose(), dose({ file: 'copy.dcm' })]);
    expect(study.doses).toHaveLength(1);
    expect(study.findings.map(({ code }) => code)).toEqual(['object-twice']);
  });

  it('says what is missing, doubled or not approved', () => {
    expect(codesOf([dose()])).toEqual(['plan-not-here']);
    expect(codesOf([dose({ referencedPlans: [] })])).toEqual(['dose-names-no-plan']);
    expect(codesOf([plan(), dose(), dose({ sopInstanceUid: '2' })])).toEqual(['two-doses-of-one-plan']);
    expect(codesOf([plan({ approvalStatus: 'UNAPPROVED' })])).toEqual(['plan-not-approved']);
    expect(codesOf([plan({ approvalStatus: '' })])).toEqual(['plan-not-approved']);
    expect(codesOf([plan({ fractionGroups: [group(1, 25), group(2, 7)] }), dose()])).toEqual(['several-fraction-groups']);
    expect(codesOf([plan({ fractionGroups: [group(1, undefined)] })])).toEqual(['fractions-unknown']);
  });

  it.each<[string | undefined, string[]]>([
    ['VERIFICATION', ['error?']],
    ['MACHINE_QA', ['error?']],
    ['SERVICE', ['error?']],
    ['RESEARCH', ['warning']],
    ['CURATIVE', []],
    ['PALLIATIVE', []],
    ['PROPHYLACTIC', []],
    ['', []],
    [undefined, []],
  ])('asks of a plan that is of no treatment: intent %s', (intent, expected) => {
    const { findings } = buildStudy([plan({ ...(intent !== undefined && { intent }) })]);
    const about = findings.filter(({ code }) => code === 'plan-of-no-treatment');
    expect(about.map(({ severity, answerable }) => `${severity}${answerable ? '?' : ''}`)).toEqual(expected);
    expect(about.every(({ file }) => file === 'RP.dcm')).toBe(true);
  });
});

describe('frames of reference', () => {
  it('are joined over any number of registrations, whatever their direction', () => {
    const groups = joinedFrames(
      ['a', 'b', 'c', 'd', 'e'],
      [registration('a', 'b'), registration('d', 'c'), registration('c', 'b')],
    );
    expect(groups.map((uids) => [...uids].sort())).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  });

  it('two doses with no path between them are a finding', () => {
    const apart = [plan(), dose(), dose({ sopInstanceUid: '2', frameOfReferenceUid: '1.10', doseSummationType: 'FRACTION' })];
    expect(codesOf(apart)).toEqual(['two-doses-of-one-plan', 'frames-not-joined']);
  });
});

describe('CT series', () => {
  const slice = (z: number) => ({ ...dose(), kind: 'ct', imagePositionMm: [0, 0, z] }) as never;

  it('are sorted along their normal, and a missing slice is said', () => {
    const { series, findings } = ctSeriesOf([slice(6), slice(0), slice(12), slice(3)]);
    expect(series[0]).toMatchObject({ fromMm: 0, toMm: 12, spacingMm: 3 });
    expect(findings).toMatchObject([{ code: 'ct-slices-uneven' }]);
    expect(ctSeriesOf([slice(6), slice(0), slice(3)]).findings).toEqual([]);
  });
});
