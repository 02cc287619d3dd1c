import { describe, expect, it } from 'vitest';
import { buildStudy } from '../../src/study/build-study';
import { distinctObjects } from '../../src/study/shared-identifiers';
import { dose, group, plan } from './objects';

const codesOf = (objects: Parameters<typeof distinctObjects>[0]) => distinctObjects(objects).findings.map(({ code }) => code);

describe('objects with one identifier', () => {
  it('and one content are one, whatever their files are called and written in', () => {
    const copy = dose({ file: 'copy.dcm', transferSyntaxUid: '1.2.840.10008.1.2.1' });
    expect(codesOf([dose(), copy])).toEqual(['object-twice']);
    expect(distinctObjects([dose(), copy]).objects).toHaveLength(1);
  });

  it.each([
    ['a voxel', dose({ file: 'b', pixels: Uint16Array.of(0, 1000, 2000, 5041) })],
    ['the scaling', dose({ file: 'b', doseGridScaling: 0.02 })],
    ['the place', dose({ file: 'b', imagePositionMm: [0, 0, 1] })],
    ['the patient', dose({ file: 'b', patient: { id: '2', name: 'A^B', birthDate: '19500101' } })],
    ['the kind', plan({ file: 'b', sopInstanceUid: dose().sopInstanceUid })],
  ])('and %s that differs are two, and ask', (_, other) => {
    const { objects, findings, shared } = distinctObjects([dose(), other]);
    expect(objects).toHaveLength(2);
    expect(findings).toMatchObject([
      { code: 'same-uid-other-content', severity: 'error', answerable: true, file: 'b', facts: { sameAs: 'RD.dcm' } },
    ]);
    expect([...shared]).toEqual([dose().sopInstanceUid]);
  });

  it('and no identifier at all are not compared', () => {
    const nameless = dose({ sopInstanceUid: '' });
    expect(distinctObjects([nameless, nameless])).toMatchObject({ objects: [nameless, nameless], findings: [] });
  });

  it('are three where three differ, and the copy of any is a copy', () => {
    const other = (scaling: number, file: string) => dose({ doseGridScaling: scaling, file });
    const all = [dose(), other(0.02, 'b'), other(0.03, 'c'), other(0.02, 'd')];
    expect(codesOf(all)).toEqual(['same-uid-other-content', 'same-uid-other-content', 'object-twice']);
  });
});

describe('a study with two plans of one identifier', () => {
  it('links no dose to either', () => {
    const study = buildStudy([plan(), plan({ file: 'b', fractionGroups: [group(1, 5)] }), dose()]);
    expect(study.plans).toHaveLength(2);
    expect(study.doses[0].plan).toBeUndefined();
  });
});
